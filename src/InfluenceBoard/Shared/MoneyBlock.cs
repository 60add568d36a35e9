using System.Runtime.InteropServices;

namespace InfluenceBoard.Shared;

/// <summary>Amounts of one class and engagement that add up to one figure: most are one.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MoneyUnit
{
    /// <summary>Number of the version of its first amount.</summary>
    public long Version;
    /// <summary>What it adds, in millionths of a dollar.</summary>
    public long Low, High;
    /// <summary>Low end of its largest amount, in millionths of a dollar.</summary>
    public long Size;
    /// <summary>Numbers of the days of its engagement's bounds.</summary>
    public int From, To;
    /// <summary>Amounts that it adds to the band, those of them that are open above, and all of its amounts, whether they are in the band or not.</summary>
    public int Items, Open, Amounts;
    /// <summary>Where the other amounts stand that belong together with the first, and how many they are.</summary>
    public int Others, OtherCount;
}

/// <summary>An amount that belongs together with another.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MoneyOther
{
    /// <summary>Number of its version.</summary>
    public long Version;
    /// <summary>Its class.</summary>
    public long Class;
}

/// <summary>Units that are alike in everything but their days, added up.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MoneyCell
{
    public Int128 Low, High;
    /// <summary>Size of the largest unit that is an amount; -1 when there is none.</summary>
    public long Max;
    public int Rest, Class;
    /// <summary>Where its units stand.</summary>
    public int Start, End;
    public int Items, Open, Amounts;

    public void Add(in MoneyUnit unit)
    {
        Low += unit.Low;
        High += unit.High;
        Items += unit.Items;
        Open += unit.Open;
        Amounts += unit.Amounts;
    }

    public void Add(in MoneyCell cell)
    {
        Low += cell.Low;
        High += cell.High;
        Items += cell.Items;
        Open += cell.Open;
        Amounts += cell.Amounts;
    }
}

/// <summary>A unit on its way to its place.</summary>
internal readonly record struct MoneyEntry(int Rest, int Class, MoneyUnit Unit, MoneyOther[] Others)
{
    public (int FromYear, int ToYear) Years => (DateOnly.FromDayNumber(Unit.From).Year, DateOnly.FromDayNumber(Unit.To).Year);

    public static int Compare(MoneyEntry one, MoneyEntry other) => one.Rest != other.Rest ? one.Rest.CompareTo(other.Rest) : one.Class != other.Class ? one.Class.CompareTo(other.Class)
        : one.Unit.Size != other.Unit.Size ? other.Unit.Size.CompareTo(one.Unit.Size) : one.Unit.Version.CompareTo(other.Unit.Version);
}

/// <summary>The amounts of engagements whose bounds lie in two years: one for each combination that occurs. By what filters ask, the largest first.</summary>
internal sealed class MoneyBlock(int fromYear, int toYear, MoneyCell[] cells, MoneyUnit[] units, MoneyOther[] others)
{
    public int FromYear => fromYear;
    public int ToYear => toYear;
    public MoneyCell[] Cells => cells;
    public MoneyUnit[] Units => units;
    public MoneyOther[] Others => others;

    /// <summary>A block of entries in their order.</summary>
    public static MoneyBlock Of((int From, int To) years, IReadOnlyList<MoneyEntry> entries)
    {
        var (cells, units, others) = (new List<MoneyCell>(), new MoneyUnit[entries.Count], new List<MoneyOther>());
        for (var i = 0; i < units.Length; i++)
        {
            var entry = entries[i];
            units[i] = entry.Unit;
            (units[i].Others, units[i].OtherCount) = (others.Count, entry.Others.Length);
            others.AddRange(entry.Others);
            if (cells.Count == 0 || cells[^1].Rest != entry.Rest || cells[^1].Class != entry.Class) cells.Add(new MoneyCell { Rest = entry.Rest, Class = entry.Class, Start = i, Max = -1 });
            ref var cell = ref CollectionsMarshal.AsSpan(cells)[^1];
            cell.Add(entry.Unit);
            cell.End = i + 1;
            if (entry.Unit.Amounts > 0) cell.Max = Math.Max(cell.Max, entry.Unit.Size);
        }
        return new MoneyBlock(years.From, years.To, [.. cells], units, [.. others]);
    }

    /// <summary>The block without some entries and with others; null when it does not hold what is taken from it.</summary>
    public MoneyBlock? With(IReadOnlyCollection<MoneyEntry> removed, IEnumerable<MoneyEntry> added)
    {
        var gone = removed.Select(e => (e.Rest, e.Class, e.Unit.Version)).ToHashSet();
        var more = added.ToList();
        more.Sort(MoneyEntry.Compare);
        var (entries, next) = (new List<MoneyEntry>(units.Length + more.Count), 0);
        foreach (var cell in cells)
            for (var i = cell.Start; i < cell.End; i++)
            {
                if (gone.Count > 0 && gone.Remove((cell.Rest, cell.Class, units[i].Version))) continue;
                var entry = new MoneyEntry(cell.Rest, cell.Class, units[i], units[i].OtherCount == 0 ? [] : others[units[i].Others..(units[i].Others + units[i].OtherCount)]);
                while (next < more.Count && MoneyEntry.Compare(more[next], entry) < 0) entries.Add(more[next++]);
                entries.Add(entry);
            }
        while (next < more.Count) entries.Add(more[next++]);
        return gone.Count > 0 ? null : Of((fromYear, toYear), entries);
    }

    /// <summary>The cell of a class; null when there is none.</summary>
    public MoneyCell? Find(int rest, int of)
    {
        var (low, high) = (0, cells.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            ref readonly var cell = ref cells[middle];
            if (cell.Rest == rest && cell.Class == of) return cell;
            if (cell.Rest < rest || cell.Rest == rest && cell.Class < of) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }
}
