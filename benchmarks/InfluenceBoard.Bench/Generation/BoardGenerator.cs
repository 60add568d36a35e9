using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Makes the records of a board, in order, a thousand engagements at a time on every core; nothing is held longer than until it is written.</summary>
public sealed class BoardGenerator
{
    private const int Chunk = 1000;

    private readonly BoardShape shape;
    private readonly string shapeText;
    private readonly SeedProfile profile;
    private readonly History history;
    private readonly ContextMaker context;
    private readonly EngagementMaker engagements;
    private readonly List<SeedSource> sources;
    private readonly List<SeedRecord> around;

    public BoardGenerator(BoardShape shape, SeedSet seeds)
    {
        (this.shape, shapeText) = (shape, shape.ToString());
        profile = new SeedProfile(seeds);
        history = new History(shape);
        context = new ContextMaker(shape, profile);
        sources = [.. context.Sources()];
        List<SeedPerson> people = [.. context.People()];
        List<SeedOrganisation> organisations = [.. context.Organisations()];
        List<SeedPlace> places = [.. context.Places()];
        around = [.. people, .. organisations, .. places, .. context.Indicators(), .. context.Stances()];
        engagements = new EngagementMaker(shape, profile, history, new Pool([.. seeds.Sources.Concat(sources).Select(s => s.ToRow())], seeds.People.Concat(people).Select(p => p.ToRow()),
            seeds.Organisations.Concat(organisations).Select(o => o.ToRow()), seeds.Places.Concat(places).Select(p => p.ToRow())));
    }

    /// <summary>The history that the versions stand in.</summary>
    public History History => history;

    /// <summary>The changes after the load of the seed files.</summary>
    public IEnumerable<Change> Changes()
    {
        for (var number = History.Seeds + 1; number <= History.Seeds + history.Count; number++)
        {
            var rng = Rng.Of(shape.Seed, 20, number);
            yield return new Change { Id = number, At = history.At(number), Editor = $"editor-{1 + rng.Below(12)}", Reason = rng.Pick(WordLists.Reasons) };
        }
    }

    /// <summary>Every version with its text for search, in an order that depends on the shape alone.</summary>
    public IEnumerable<(Versioned Version, SearchText? Text)> Versions()
    {
        var work = Chunks(sources.Count, i => Stamp(sources[i].ToRow(), History.Seeds + 1, null)).Concat(Chunks(around.Count, Around)).Concat(Chunks(context.Engagements, Engagement)).Concat(Chunks(context.Moves, Move));
        // A chunk is made while those before it are written; as many are ahead as there are cores.
        var ahead = new Queue<Task<List<(Versioned, SearchText?)>>>();
        foreach (var chunk in work)
        {
            ahead.Enqueue(Task.Run(() => chunk.ToList()));
            if (ahead.Count <= Environment.ProcessorCount) continue;
            foreach (var made in ahead.Dequeue().GetAwaiter().GetResult()) yield return made;
        }
        while (ahead.TryDequeue(out var rest))
            foreach (var made in rest.GetAwaiter().GetResult()) yield return made;
    }

    private static IEnumerable<IEnumerable<(Versioned, SearchText?)>> Chunks(int count, Func<int, IEnumerable<(Versioned, SearchText?)>> make) =>
        Enumerable.Range(0, (count + Chunk - 1) / Chunk).Select(c => Enumerable.Range(c * Chunk, Math.Min(Chunk, count - c * Chunk)).SelectMany(make));

    private IEnumerable<(Versioned, SearchText?)> Around(int number)
    {
        var record = around[number];
        Versioned row = record switch
        {
            SeedPerson p => p.ToRow(), SeedOrganisation o => o.ToRow(), SeedPlace p => p.ToRow(), SeedIndicator i => i.ToRow(), SeedStance s => s.ToRow(), _ => throw new InvalidOperationException(record.GetType().Name),
        };
        return Stamp(row, History.Seeds + 1, null).Concat(record.Claims.SelectMany((c, i) => Stamp(c.ToRow(RecordRef.KindOf(row.GetType()), row.Id, i), History.Seeds + 1, null)));
    }

    private IEnumerable<(Versioned, SearchText?)> Engagement(int number)
    {
        var plan = engagements.Plan(number);
        foreach (var made in Each(plan, 0, v => engagements.Engagement(plan, v))) yield return made;
        for (var m = 0; m < plan.Money.Count; m++)
            foreach (var made in Each(plan, 1 + m, v => engagements.Money(plan, m, v))) yield return made;
        for (var c = 0; c < plan.Claims.Count; c++)
            foreach (var made in Each(plan, 100 + c, v => engagements.Claim(plan, c, v))) yield return made;
    }

    private IEnumerable<(Versioned, SearchText?)> Each(Plan plan, int part, Func<int, Versioned> make)
    {
        var rng = Rng.Of(shape.Seed, 5000 + part, plan.Number);
        var version = 0;
        foreach (var span in history.Versions(ref rng, plan.First)) foreach (var made in Stamp(make(version++), span.From, span.To)) yield return made;
    }

    private IEnumerable<(Versioned, SearchText?)> Move(int number)
    {
        var (from, to) = context.Ends(number);
        var first = Math.Max(engagements.FirstOf(from), engagements.FirstOf(to));
        var move = context.Move(number);
        return Stamp(move.ToRow(), first, null).Concat(move.Claims.SelectMany((c, i) => Stamp(c.ToRow(RecordKind.Move, move.Id, i), first, null)));
    }

    private IEnumerable<(Versioned, SearchText?)> Stamp(Versioned version, long from, long? to)
    {
        (version.KnownFrom, version.ChangeId, version.ClosedById) = (history.At(from), from, to);
        if (to is { } end) version.KnownTo = history.At(end);
        // The content follows from these, so equal content has equal hashes here too.
        version.Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{shapeText} {version.GetType().Name} {version.Id} {from}")));
        yield return (version, shape.HasSearch || version is not (Domain.Engagement or Claim or MoneyItem or Domain.Move) ? SearchText.Of(version) : null);
    }
}
