using CsCheck;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace InfluenceBoard.Tests.Shared;

public sealed class BoardFilterTests : IAsyncLifetime
{
    private PartyDirectory parties = null!;

    public async ValueTask InitializeAsync() => parties = await RealSeeds.PartiesAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private (BoardFilter Filter, IReadOnlyList<FilterNotice> Notices) Read(string address) =>
        FilterQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(address.IndexOf('?') is >= 0 and var at ? address[at..] : "")), parties);

    private string Address(BoardFilter filter) => new Urls(parties, null, null).Overview(filter);

    [Fact]
    public void Read_AddressOfAFilter_GivesTheFilterBack() => Filters.Any.Sample(filter =>
    {
        var (read, notices) = Read(Address(filter));
        Assert.Equal(filter, read);
        Assert.Empty(notices);
        Assert.Equal(Address(filter), Address(read));
    });

    [Fact]
    public void Read_AnyQuery_NeverThrowsAndItsAddressIsStable() =>
        Gen.Select(Gen.OneOf([.. FilterQuery.Names, "lang", "x"]), Gen.OneOf(Gen.String, Gen.OneOf("kz", "KAZ", "visit", "2025", "2025-12~", "../2025", "9998~", "0001~", "0001-01", "'; DROP TABLE Engagements;--", "<script>", "\0", "\u202Eabc", "😀", "２０２５", ",,,", "visit,loan,visit", "\uD800")))
            .Array[0, 6].Sample(pairs =>
            {
                var (filter, notices) = Read(Urls.Query(pairs.Select(p => (p.Item1, (string?)p.Item2))));
                Assert.Equal(filter, Read(Address(filter)).Filter);
                Assert.All(notices, n => Assert.InRange(n.Value.Length, 1, 61));
            });

    [Theory]
    [InlineData("?country=KZ,uzbekistan&actor=cn", "?country=kazakhstan&country=uzbekistan&actor=china")]
    [InlineData("?country=uzbekistan&country=KAZ&country=Kazakhstan", "?country=kazakhstan&country=uzbekistan")]
    [InlineData("?type=LOAN&type=visit", "?type=visit&type=loan")]
    [InlineData("?to=2025-12&from=2025", "?from=2025-01-01&to=2025-12-31")]
    [InlineData("?country=哈萨克斯坦", "?country=kazakhstan")]
    [InlineData("?reliability=a&reliability=C", "?reliability=C")]
    [InlineData("?reliability=b&rung=up-to&unknown=x", "?reliability=B")]
    public void Read_OtherSpellings_GiveTheOneAddress(string query, string expected) => Assert.Equal("/" + expected, Address(Read(query).Filter));

    [Theory]
    [InlineData("?type=visits", "type", "visits", "visit")]
    [InlineData("?country=china", "country", "china", "kazakhstan")]
    [InlineData("?country=central-asia", "country", "central-asia", "kazakhstan")]
    [InlineData("?from=soon", "from", "soon", "2025-12-06")]
    [InlineData("?to=2025-12-08/2025-12-10", "to", "2025-12-08/2025-12-10", "2025-12-06")]
    [InlineData("?from=2025-12-10&to=2025-12-01", "to", "2025-12-01", "2025-12-10")]
    public void Read_UnknownValue_IsIgnoredWithANoticeThatSaysWhatIsAccepted(string query, string name, string value, string accepted)
    {
        var notice = Assert.Single(Read(query).Notices);
        Assert.Equal((name, value), (notice.Name, notice.Value));
        Assert.Contains(accepted, notice.Accepted, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KnownBesideUnknownValue_KeepsTheKnown() => Assert.Equal([EngagementType.Visit], Read("?type=visit,visits").Filter.Types);

    [Fact]
    public void Read_FullWidthDigits_AreIgnoredWithANotice() => Assert.Single(Read("?from=２０２５").Notices);

    [Fact]
    public void Without_EachOfItsPairs_TakesExactlyThatOneAway() => Filters.Any.Sample(filter =>
    {
        foreach (var pair in filter.Query()) Assert.Equal(filter.Query().Where(p => p != pair), filter.Without(pair.Name, pair.Value).Query());
    });

    [Fact]
    public void Without_AllOfItsPairs_IsEmpty() =>
        Filters.Any.Sample(filter => filter.Query().Aggregate(filter, (f, pair) => f.Without(pair.Name, pair.Value)) == BoardFilter.None);

    [Fact]
    public void Without_WhatIsNotThere_ChangesNothing()
    {
        var filter = BoardFilter.None with { Types = [EngagementType.Visit] };
        Assert.Equal((filter, filter, filter), (filter.Without("type", "loan"), filter.Without("type", "nonsense"), filter.Without("nonsense", "visit")));
    }

    [Fact]
    public void Equals_SameValues_IsEqualWithEqualHashAndAddress() => Filters.Any.Sample(filter =>
    {
        var same = Read(Address(filter)).Filter;
        return filter == same && filter.GetHashCode() == same.GetHashCode() && Address(filter) == Address(same);
    });

    [Fact]
    public void IsEmpty_NoValues_HoldsOnlyThen()
    {
        Assert.True(BoardFilter.None.IsEmpty);
        Assert.False((BoardFilter.None with { Reliability = Reliability.B }).IsEmpty);
    }
}
