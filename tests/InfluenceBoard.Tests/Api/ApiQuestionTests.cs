using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Api;

/// <summary>A page of a list is read with as many questions to the database as it has kinds of records, however many items it has.</summary>
public sealed class ApiQuestionTests
{
    [Fact]
    public async Task List_WithManyItems_AsksNoMoreThanWithOne()
    {
        await using var own = new BoardServer();
        await own.InitializeAsync();
        string file;
        await using (var db = await own.OpenAsync()) file = db.Database.GetDbConnection().DataSource;
        using var counter = new AskedQuestions(file);
        async Task<int> CountAsync(string address)
        {
            counter.Count = 0;
            await own.ReadAsync(address);
            return counter.Count;
        }
        var asked = new List<(string List, int One, int Many)>();
        foreach (var list in ApiReader.Lists)
        {
            var joint = list.Contains('?') ? '&' : '?';
            asked.Add((list, await CountAsync($"{list}{joint}limit=2"), await CountAsync($"{list}{joint}limit=400")));
        }
        // The parties are held in memory.
        Assert.All(asked, a => Assert.InRange(a.One, a.List is "countries" or "actors" ? 0 : 1, 25));
        // Claims about indicators and positions, where there are any on the page, take one question more each: on whose page they stand. So do links of engagements that have amounts.
        static int More(string list) => list switch { "claims" => 2, "moves" => 1, _ => 0 };
        Faults.None(asked.Where(a => a.Many > a.One + More(a.List)).Select(a => $"{a.List}: {a.One} questions for two items, {a.Many} for many"));
    }
}
