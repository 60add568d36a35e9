namespace InfluenceBoard.Domain;

/// <summary>A dated exchange rate with its own source.</summary>
public sealed class ExchangeRate : Versioned
{
    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; set; }
    /// <summary>Amount in that currency …</summary>
    public decimal Amount { get; set; }
    /// <summary>… and the US dollars it is equated with.</summary>
    public decimal Usd { get; set; }
    /// <summary>EDTF date.</summary>
    public required string Date { get; set; }
    /// <summary><c>source-stated</c>, <c>derived</c> or <c>published</c>.</summary>
    public required string Basis { get; set; }
    /// <summary>What a reader must know.</summary>
    public string? Note { get; set; }
}
