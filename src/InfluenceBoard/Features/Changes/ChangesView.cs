using System.Globalization;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Changes;

/// <summary>What the list of changes is limited to, as the address says it.</summary>
/// <param name="Since">Moment after which changes are listed; null for all.</param>
/// <param name="After">Number of the change after which changes are listed, as open pages ask; null for all.</param>
/// <param name="Of">Path of the page whose records are meant; null for the whole board, as far as the filter goes.</param>
/// <param name="Scope">Those records.</param>
public sealed record ChangesView(Moment? Since, long? After, string? Of, PageScope Scope)
{
    /// <summary>Reads the view; what means nothing is noted and ignored.</summary>
    public static ChangesView Read(Reading reading, IServiceProvider services)
    {
        Moment? since = null;
        if (reading.Asked(Urls.Since) is { } text && (since = Moment.TryParse(text)) is null) reading.Ignore(Urls.Since, text, "2026-01-15, 2026-01-15T10:30:00Z");
        long? after = null;
        if (reading.Asked(Urls.After) is { } number)
            if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)) after = known;
            else reading.Ignore(Urls.After, number, "12");
        if (reading.Asked(Urls.Of) is not { } of) return new ChangesView(since, after, null, reading.Filter.IsEmpty ? PageScope.Board : new PageScope { Filter = reading.Filter });
        // The list of changes is about what another page is about, never about itself.
        if (PageData.At(of) is ({ } page, var key) && page != typeof(ChangesPageData)) return new ChangesView(since, after, of, ((PageData)services.GetRequiredService(page)).Scope(key));
        reading.Ignore(Urls.Of, of, "/countries/kazakhstan");
        return new ChangesView(since, after, null, PageScope.Board);
    }

    /// <summary>The view as pairs of the address.</summary>
    public IReadOnlyList<(string Name, string? Value)> Pairs => [(Urls.Since, Since?.ToString()), (Urls.After, After?.ToString(CultureInfo.InvariantCulture)), (Urls.Of, Of)];
}
