using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>What amounts of one actor and one host add to one sum.</summary>
public struct SlotSum
{
    /// <summary>Millionths of a dollar in a dollar: amounts are kept to that.</summary>
    public const decimal Scale = 1_000_000m;

    private Int128 low, high;
    private uint kinds;

    /// <summary>Amounts in the sum.</summary>
    public int Items { get; private set; }
    /// <summary>How many of them are open above.</summary>
    public int OpenEnded { get; private set; }

    /// <summary>The sum of a band.</summary>
    public static SlotSum Of(PledgeTotal total) => new() { low = (Int128)(total.Low * Scale), high = (Int128)(total.High * Scale), Items = total.Items, OpenEnded = total.OpenEnded, kinds = TraitBook.Bits(total.Kinds) };

    /// <summary>Adds what amounts of one kind add.</summary>
    public void Add(Int128 moreLow, Int128 moreHigh, int items, int open)
    {
        low += moreLow;
        high += moreHigh;
        Items += items;
        OpenEnded += open;
    }

    /// <summary>Says that amounts of a kind are in the sum.</summary>
    public void Mix(MoneyKind kind) => kinds |= 1u << (int)kind;

    /// <summary>Adds another.</summary>
    public void Add(in SlotSum other)
    {
        low += other.low;
        high += other.high;
        kinds |= other.kinds;
        Items += other.Items;
        OpenEnded += other.OpenEnded;
    }

    /// <summary>The band, without the lines that it is made of.</summary>
    public readonly PledgeTotal ToTotal(IReadOnlyList<TotalLine> lines)
    {
        var mixed = kinds;
        return new PledgeTotal((decimal)low / Scale, (decimal)high / Scale, OpenEnded, [.. Enum.GetValues<MoneyKind>().Where(k => (mixed & 1u << (int)k) != 0)], lines) { Items = Items };
    }
}
