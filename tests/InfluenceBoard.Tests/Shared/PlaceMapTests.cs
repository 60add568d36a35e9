using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Places as the map element reads them.</summary>
public sealed class PlaceMapTests
{
    private static Place At(string name, double east, double north) => new() { Id = name, Name = name, Kind = "city", Longitude = east, Latitude = north };

    private static Place Route(string name, params double[][] path) => new() { Id = name, Name = name, Kind = "railway", Path = [.. path] };

    private static async Task<PlaceMap?> OfAsync(params PlaceMark[] marks) => PlaceMap.Of(marks, await RealSeeds.PartiesAsync());

    [Fact]
    public async Task Of_PointsAndRoutes_FitsThemAllWithAMargin()
    {
        var map = await OfAsync(new(At("Hanoi", 105.85, 21.03)), new(Route("line", [60, 40], [70, 45])));
        Assert.Equal("Hanoi", Assert.Single(map!.Points).Name);
        Assert.Equal(2, Assert.Single(map.Routes).Path.Count);
        Assert.Equal([[21.03 - 4, 56], [49, 105.85 + 4]], map.Bounds);
    }

    [Fact]
    public async Task Of_PlacesWithoutAPosition_IsNoMap() => Assert.Null(await OfAsync(new PlaceMark(new Place { Id = "x", Name = "x", Kind = "region" })));

    [Fact]
    public async Task Of_NoPlaces_IsNoMap() => Assert.Null(await OfAsync());

    [Fact]
    public async Task Of_OnlyPlacesBeyondTheShapes_IsNoMap() => Assert.Null(await OfAsync(new PlaceMark(At("Washington", -77.04, 38.9))));

    [Fact]
    public async Task Of_SomePlacesBeyondTheShapes_KeepsThemButDoesNotFitThem()
    {
        var map = await OfAsync(new(At("Washington", -77.04, 38.9)), new(At("Tokyo", 139.69, 35.69)));
        Assert.Equal(2, map!.Points.Count);
        Assert.True(map.Bounds[0][1] > 130);
    }

    [Fact]
    public async Task Of_Counts_AreSharesOfTheMost()
    {
        var map = await OfAsync(new(At("a", 100, 20), "/a", 20, "20 engagements"), new(At("b", 101, 20), "/b", 5, "5 engagements"), new(At("c", 102, 20), "/c", 0, "0 engagements"));
        Assert.Equal([1, 0.25, 0], map!.Points.Select(p => p.Weight!.Value));
        Assert.Equal(["20", "5", null], map.Points.Select(p => p.Short));
    }

    [Fact]
    public async Task Of_AllCountsZero_IsNoFault() => Assert.Equal(0, (await OfAsync(new PlaceMark(At("a", 100, 20), "/a", 0, "none")))!.Points[0].Weight);

    [Fact]
    public async Task Of_InChinese_NamesPlacesInChineseWhereTheNameIsKnown()
    {
        var hanoi = At("Hanoi", 105.85, 21.03);
        hanoi.Names["zh-Hans"] = "河内";
        using var _ = Culture.Of("zh-Hans");
        var map = await OfAsync(new(hanoi), new(At("Hue", 107.6, 16.5)));
        Assert.Equal([("河内", "zh-Hans"), ("Hue", "en")], map!.Points.Select(p => (p.Name, p.Lang)));
    }

    [Fact]
    public async Task ToJson_NastyName_StaysText()
    {
        var json = (await OfAsync(new PlaceMark(At("</ib-map><script>\"x\"", 100, 20))))!.ToJson();
        Assert.Equal("</ib-map><script>\"x\"", JsonDocument.Parse(json).RootElement.GetProperty("points")[0].GetProperty("name").GetString());
    }
}
