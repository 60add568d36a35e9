using InfluenceBoard.Seeding;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Seeds;

/// <summary>Faulty seed files: every fault is named, and nothing is written.</summary>
public sealed class SeedFaultTests : SmallBoard
{
    [Fact]
    public async Task Load_RecordWithdrawnAndStillInTheFiles_IsRefused()
    {
        Files.Write("withdrawn.yaml", $"- id: {Meeting}\n  kind: engagement\n  reason: Gone.\n");
        var e = await Assert.ThrowsAsync<SeedException>(LoadAsync);
        Assert.Contains("withdrawn.yaml:1", e.Message, StringComparison.Ordinal);
        Assert.Contains("stands in the files too", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status: signed", "status: agreed", "status", "signed")]
    [InlineData("rung: pledge", "rung: promise", "rung", "pledge")]
    [InlineData("by: [JP]\n  towards: [KZ]", "by: [XX]\n  towards: [KZ]", "by", "XX")]
    [InlineData("date: \"2025-08\"", "date: \"August 2025\"", "date", "2025-12-06")]
    [InlineData("low: 3700000000", "low: 3800000000", "money", "3800000000")]
    [InlineData("qualifier: exact", "qualifier: over", "money", "high")]
    [InlineData("currency: USD", "currency: dollars", "currency", "")]
    [InlineData("claims: [amount]", "claims: [sum]", "money", "sum")]
    [InlineData("  title: Japan and Tajikistan meet\n", "", "title", "missing")]
    [InlineData("  title: Japan and Tajikistan meet\n", "  title: Japan and Tajikistan meet\n  headline: x\n", "headline", "headline")]
    public async Task Load_Fault_NamesFileLineAndFieldAndWritesNothing(string old, string with, string field, string says)
    {
        Files.Replace("engagements.yaml", old, with);
        var fault = Assert.Single((await Assert.ThrowsAsync<SeedException>(LoadAsync)).Faults);
        Assert.Equal("engagements.yaml", fault.File);
        Assert.Contains(field, fault.Field + fault.Message, StringComparison.Ordinal);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        var record = old.Contains("2025-08", StringComparison.Ordinal) || old.Contains("Tajikistan", StringComparison.Ordinal) ? Meeting : Pledge;
        Assert.StartsWith(record, fault.Field, StringComparison.Ordinal);
        Assert.InRange(fault.Line, Files.LineOf("engagements.yaml", $"- id: {record}"), record == Pledge ? Files.LineOf("engagements.yaml", $"- id: {Meeting}") - 1 : int.MaxValue);
        await AssertEmptyAsync();
    }

    [Theory]
    [InlineData("by: [JP\n", "an unclosed list")]
    [InlineData("by: \"JP\n", "an unclosed text")]
    [InlineData("\tby: [JP]\n", "a tab")]
    [InlineData("by: [JP]\n  by: [KZ]\n", "a field that stands twice")]
    [InlineData("[JP]: by\n", "a list as the name of a field")]
    public async Task Load_NotYaml_NamesFileAndLine(string with, string what)
    {
        Files.Replace("engagements.yaml", "by: [JP]\n  towards: [KZ]\n", with);
        var fault = Assert.Single((await Assert.ThrowsAsync<SeedException>(LoadAsync)).Faults);
        Assert.True(fault is { File: "engagements.yaml", Line: >= 1 and <= 60 }, $"{what}: {fault}");
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task Load_SeveralFaultsInSeveralFiles_AreAllNamedInFileOrder()
    {
        Files.Replace("engagements.yaml", "status: signed", "status: agreed");
        Files.Replace("engagements.yaml", "type: meeting", "type: chat");
        Files.Replace("sources.yaml", "reliability: B", "reliability: G");
        Files.Write("moves.yaml", "- id: [\n");
        var error = await Assert.ThrowsAsync<SeedException>(LoadAsync);
        Assert.Equal(["engagements.yaml", "engagements.yaml", "moves.yaml", "sources.yaml"], error.Faults.Select(f => f.File));
        Assert.All(error.Faults, f => Assert.Contains($"{f.File}:{f.Line}", error.Message, StringComparison.Ordinal));
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task Load_FaultInAChangedFile_LeavesTheBoardAsItWas()
    {
        await LoadAsync();
        var before = await DumpAsync();
        Files.Replace("engagements.yaml", "title: Japan promises investment in Kazakhstan", "title: Another title");
        Files.Replace("engagements.yaml", "source: ministry-page", "source: nobody");
        Assert.Equal(3, (await Assert.ThrowsAsync<SeedException>(LoadAsync)).Faults.Count);
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Load_IdTwice_NamesBothPlaces()
    {
        Files.Replace("engagements.yaml", $"id: {Meeting}", $"id: {Pledge}");
        var error = await Assert.ThrowsAsync<SeedException>(LoadAsync);
        Assert.Contains(error.Faults, f => f.Message.Contains("engagements.yaml:1", StringComparison.Ordinal));
    }

    private async Task AssertEmptyAsync()
    {
        await using var db = await OpenAsync();
        Assert.False(await db.Changes.AnyAsync(Cancel) || await db.Parties.AnyAsync(Cancel) || await db.SeedLoads.AnyAsync(Cancel));
    }
}
