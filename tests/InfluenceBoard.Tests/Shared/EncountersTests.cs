using CsCheck;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Who is named with whom, counted over any engagements and over the checkout's own.</summary>
public sealed class EncountersTests
{
    private static readonly Naming[] Three =
    [
        new("summit", true, ["tokayev", "takaichi", "japarov"]), new("agreement", false, ["tokayev", "takaichi"]), new("drill", false, ["shoigu"]),
    ];

    private static readonly string[] Five = ["a", "b", "c", "d", "e"];

    private static readonly Gen<Naming[]> Namings = Gen.Select(Gen.Bool, Gen.Int[0, 31]).Array[0, 12]
        .Select(list => list.Select((n, i) => new Naming($"e{i}", n.Item1, [.. Five.Where((_, bit) => (n.Item2 >> bit & 1) == 1)])).ToArray());

    [Fact]
    public void With_Named_CountsWhereBothAreNamedAndMeetingsApart()
    {
        var others = Encounters.With("tokayev", Three);
        Assert.Equal([("takaichi", 2, 1), ("japarov", 1, 1)], others.Select(e => (e.OtherId, e.Together.Count, e.Met.Count)));
        Assert.Equal(["summit", "agreement"], others[0].Together);
        Assert.Equal(["summit"], others[0].Met);
    }

    [Fact]
    public void With_NamedAloneOrNowhere_IsNobody()
    {
        Assert.Empty(Encounters.With("shoigu", Three));
        Assert.Empty(Encounters.With("nobody", Three));
    }

    [Fact]
    public void With_AnotherKind_CountsEveryoneNamed() =>
        Assert.Equal([("takaichi", 2), ("tokayev", 2), ("japarov", 1), ("shoigu", 1)], Encounters.With(null, Three).Select(e => (e.OtherId, e.Together.Count)));

    [Fact]
    public void With_NamedTwiceInOneEngagement_CountsItOnce() =>
        Assert.Single(Assert.Single(Encounters.With("a", [new("e", true, ["a", "b", "b"])])).Together);

    [Fact]
    public void With_AnyNamings_IsSymmetricAndNeverWithOneself() => Namings.Sample(namings => !Broken(namings, Five).Any());

    [Theory]
    [InlineData(EngagementType.Visit, Status.Completed, true)]
    [InlineData(EngagementType.Summit, Status.Reported, true)]
    [InlineData(EngagementType.Meeting, Status.Signed, true)]
    [InlineData(EngagementType.Call, Status.Completed, true)]
    [InlineData(EngagementType.Summit, Status.Cancelled, false)]
    [InlineData(EngagementType.Visit, Status.Planned, false)]
    [InlineData(EngagementType.Meeting, Status.Proposed, false)]
    [InlineData(EngagementType.Call, Status.UnderDiscussion, false)]
    [InlineData(EngagementType.Meeting, Status.Disputed, false)]
    [InlineData(EngagementType.Agreement, Status.Completed, false)]
    [InlineData(EngagementType.Statement, Status.Reported, false)]
    public void IsMeeting_TypeAndStatus_OnlyWhatBroughtPeopleTogether(EngagementType type, Status status, bool isMeeting) => Assert.Equal(isMeeting, Encounters.IsMeeting(type, status));

    [Fact]
    public async Task With_RealSeeds_IsSymmetricAndNeverWithOneself()
    {
        var seeds = await RealSeeds.ReadAsync();
        Faults.None(Broken([.. seeds.Engagements.Select(e => new Naming(e.Id, Encounters.IsMeeting(e.Type, e.Status), [.. e.People.Select(p => p.Id)]))], [.. seeds.People.Select(p => p.Id)]));
        Faults.None(Broken([.. seeds.Engagements.Select(e => new Naming(e.Id, Encounters.IsMeeting(e.Type, e.Status), [.. e.Organisations.Select(o => o.Id)]))], [.. seeds.Organisations.Select(o => o.Id)]));
    }

    [Fact]
    public async Task With_CalledOffSummit_IsNamedTogetherButNotMet()
    {
        var seeds = await RealSeeds.ReadAsync();
        var pair = Encounters.With("kishida", seeds.Engagements.Select(e => new Naming(e.Id, Encounters.IsMeeting(e.Type, e.Status), [.. e.People.Select(p => p.Id)]))).Single(e => e.OtherId == "tokayev");
        Assert.Contains("central-asia-japan-summit-2024", pair.Together);
        Assert.DoesNotContain("central-asia-japan-summit-2024", pair.Met);
        Assert.NotEmpty(pair.Met);
    }

    private static IEnumerable<string> Broken(Naming[] namings, string[] ids)
    {
        var with = ids.ToDictionary(id => id, id => Encounters.With(id, namings));
        foreach (var (self, encounters) in with)
        {
            if (encounters.Any(e => e.OtherId == self)) yield return $"{self} is named with itself";
            foreach (var encounter in encounters)
            {
                var back = with[encounter.OtherId].SingleOrDefault(e => e.OtherId == self);
                if (back is null || !back.Together.SequenceEqual(encounter.Together) || !back.Met.SequenceEqual(encounter.Met)) yield return $"{self} with {encounter.OtherId} is not {encounter.OtherId} with {self}";
                if (encounter.Together.Count == 0 || encounter.Met.Except(encounter.Together).Any() || encounter.Together.Distinct().Count() != encounter.Together.Count) yield return $"{self} with {encounter.OtherId}: rows do not hold together";
                if (!encounter.Together.SequenceEqual(namings.Where(n => n.Ids.Contains(self) && n.Ids.Contains(encounter.OtherId)).Select(n => n.EngagementId))) yield return $"{self} with {encounter.OtherId}: other engagements than those that name both";
            }
            if (!encounters.Select(e => e.Together.Count).SequenceEqual(encounters.Select(e => e.Together.Count).OrderDescending())) yield return $"{self}: not by count";
        }
    }
}
