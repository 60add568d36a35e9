namespace InfluenceBoard.Shared;

/// <summary>Picks the largest amounts of all, of each actor and host, and of each rung. What is offered in the order of size is soon all there is to pick.</summary>
internal sealed class LargestAmounts
{
    // The largest by size, and of equal ones the earliest version; the smallest of those picked is the first to go.
    private sealed class Picked(int most)
    {
        private readonly PriorityQueue<(MoneyBlock Block, int Unit), (long Size, long Earlier)> queue = new();

        public IEnumerable<(MoneyBlock Block, int Unit)> All => queue.UnorderedItems.Select(i => i.Element);
        public bool IsFull(long size) => most == 0 || queue.Count == most && queue.TryPeek(out _, out var least) && least.Size > size;
        public bool Offer(MoneyBlock block, int place)
        {
            ref readonly var unit = ref block.Units[place];
            var size = (unit.Size, -unit.Version);
            if (queue.Count < most) queue.Enqueue((block, place), size);
            else if (queue.TryPeek(out _, out var least) && least.CompareTo(size) < 0) queue.DequeueEnqueue((block, place), size);
            else return false;
            return true;
        }
    }

    private readonly MoneySums sums;
    private readonly Picked? all;
    private readonly Picked[] ofPair, ofRung, every;

    public LargestAmounts(MoneySums sums, int most, int whole)
    {
        (this.sums, NamesAll) = (sums, whole == int.MaxValue);
        all = NamesAll ? null : new Picked(whole);
        ofPair = [.. sums.Classes.Pairs.Select((_, i) => new Picked(sums.WantsPair(i) ? most : 0))];
        ofRung = [.. Enumerable.Range(0, MoneyTally.Rungs).Select(i => new Picked(sums.WantsRung(i) ? most : 0))];
        every = all is null ? [] : [all, .. ofPair, .. ofRung];
    }

    /// <summary>Whether every amount is named.</summary>
    public bool NamesAll { get; }

    /// <summary>Whether nothing of a size or smaller is picked any more.</summary>
    public bool IsFull(long size)
    {
        foreach (var some in every)
            if (!some.IsFull(size)) return false;
        return true;
    }

    /// <summary>Whether any of a cell's amounts may be picked.</summary>
    public bool Takes(in MoneyCell cell) => sums.Classes.Classes[cell.Class].Atoms is [var atom] && cell.Amounts > 0
        && (!all!.IsFull(cell.Max) || !ofPair[sums.Classes.Atoms[atom].Pair].IsFull(cell.Max) || !ofRung[(int)sums.Classes.Atoms[atom].Rung].IsFull(cell.Max));

    /// <summary>Offers the amounts of a cell that lie in some days.</summary>
    public void Offer(MoneyBlock block, in MoneyCell cell, int from, int to)
    {
        if (NamesAll)
        {
            for (var i = cell.Start; i < cell.End; i++)
                if (block.Units[i].To >= from && block.Units[i].From <= to) Name(block, i);
            return;
        }
        if (!Takes(cell)) return;
        var atom = sums.Classes.Atoms[sums.Classes.Classes[cell.Class].Atoms[0]];
        for (var i = cell.Start; i < cell.End; i++)
        {
            if (block.Units[i].To < from || block.Units[i].From > to) continue;
            // The units of a cell stand by size.
            if (!(all!.Offer(block, i) | ofPair[atom.Pair].Offer(block, i) | ofRung[(int)atom.Rung].Offer(block, i))) return;
        }
    }

    /// <summary>Names what was picked.</summary>
    public void Name()
    {
        foreach (var (block, unit) in every.SelectMany(p => p.All)) Name(block, unit);
    }

    private void Name(MoneyBlock block, int place)
    {
        ref readonly var unit = ref block.Units[place];
        if (unit.Amounts == 0) return;
        sums.Largest.Add(unit.Version);
        for (var i = unit.Others; i < unit.Others + unit.OtherCount; i++)
            if (sums.Wants((int)block.Others[i].Class)) sums.Largest.Add(block.Others[i].Version);
    }
}
