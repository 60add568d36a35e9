using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Features.People;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Data;

/// <summary>People, institutions and places over the checkout's own seeds: every count is that of the rows it opens.</summary>
public sealed class PeopleQueryTests(BoardServer server)
{
    private static readonly DateTimeOffset BeforeTheFirstLoad = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<T> AskAsync<TQuery, T>(Func<TQuery, Task<T>> ask) where TQuery : notnull
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TQuery>());
    }

    private Task<PersonModel?> PersonAsync(string id) => AskAsync<PersonQuery, PersonModel?>(q => q.ReadAsync(id, null, Cancel));

    private Task<OrganisationModel?> OrganisationAsync(string id) => AskAsync<OrganisationQuery, OrganisationModel?>(q => q.ReadAsync(id, null, Cancel));

    private Task<PlaceModel?> PlaceAsync(string id) => AskAsync<PlaceQuery, PlaceModel?>(q => q.ReadAsync(id, null, Cancel));

    [Fact]
    public async Task People_ListAndPages_CountTheSame()
    {
        var list = await AskAsync<PeopleQuery, IReadOnlyList<NamedLine<Person>>>(q => q.PeopleAsync(null, Cancel));
        Assert.Equal((await RealSeeds.ReadAsync()).People.Count, list.Count);
        foreach (var line in list)
        {
            var around = (await PersonAsync(line.Record.Id))!.Around;
            Assert.Equal((line.Engagements, line.With, line.Met), (around.Rows.Count, around.People.Count, around.People.Count(p => p.Met.Count > 0)));
            Assert.DoesNotContain(around.People, p => p.Record.Id == line.Record.Id);
        }
    }

    [Fact]
    public async Task Organisations_ListAndPages_CountTheSame()
    {
        var list = await AskAsync<PeopleQuery, IReadOnlyList<NamedLine<Organisation>>>(q => q.OrganisationsAsync(null, Cancel));
        foreach (var line in list)
        {
            var around = (await OrganisationAsync(line.Record.Id))!.Around;
            Assert.Equal((line.Engagements, line.With, line.Met), (around.Rows.Count, around.Organisations.Count, around.Organisations.Count(o => o.Met.Count > 0)));
        }
    }

    [Fact]
    public async Task Places_ListAndPages_CountTheSame()
    {
        var list = await AskAsync<PeopleQuery, IReadOnlyList<NamedLine<Place>>>(q => q.PlacesAsync(null, Cancel));
        foreach (var line in list) Assert.Equal(line.Engagements, (await PlaceAsync(line.Record.Id))!.Around.Rows.Count);
        Assert.Equal(list.OrderByDescending(l => l.Engagements).ThenBy(l => l.Record.Name, StringComparer.Ordinal).Select(l => l.Record.Id), list.Select(l => l.Record.Id));
    }

    [Fact]
    public async Task Person_EveryPair_IsTheSameFromBothSides()
    {
        foreach (var other in (await PersonAsync("tokayev"))!.Around.People)
        {
            var back = (await PersonAsync(other.Record.Id))!.Around.People.Single(p => p.Record.Id == "tokayev");
            Assert.Equal((other.Rows.Select(r => r.Id), other.Met.Select(r => r.Id)), (back.Rows.Select(r => r.Id), back.Met.Select(r => r.Id)), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));
        }
    }

    [Fact]
    public async Task Person_AndInstitution_CountEachOtherAlike()
    {
        foreach (var line in (await PersonAsync("shoigu"))!.Around.Organisations)
            Assert.Equal(line.Rows.Count, (await OrganisationAsync(line.Record.Id))!.Around.People.Single(p => p.Record.Id == "shoigu").Rows.Count);
    }

    [Fact]
    public async Task Person_Rows_AreTheRecordsThatNameThePersonWithThePartPlayed()
    {
        var seeds = (await RealSeeds.ReadAsync()).Engagements.Where(e => e.People.Any(p => p.Id == "tokayev")).ToList();
        var around = (await PersonAsync("tokayev"))!.Around;
        Assert.Equal(seeds.Select(e => e.Id).Order(StringComparer.Ordinal), around.Rows.Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.Equal(seeds.Select(e => (e.Id, e.People.Single(p => p.Id == "tokayev").As)).Where(p => p.As is not null).Order(), around.Parts.Select(p => (p.Key, (string?)p.Value)).Order());
    }

    [Fact]
    public async Task Person_Parties_AreInTheBoardsOrderWithoutTheOwn()
    {
        var parties = (await PersonAsync("tokayev"))!.Around.Parties;
        Assert.DoesNotContain(parties, p => p.Record.Id == "KZ");
        Assert.Equal(parties.Select(p => p.Record.Order).Order(), parties.Select(p => p.Record.Order));
        Assert.All(parties, p => Assert.All(p.Rows, r => Assert.True(r.TakesPart(p.Record.Id))));
    }

    [Fact]
    public async Task Person_Attributed_AreClaimsByTheNameAlone()
    {
        var attributed = (await PersonAsync("tokayev"))!.Dossier.Attributed;
        var seeds = (await RealSeeds.ReadAsync()).Engagements.SelectMany(e => e.Claims).Where(c => c.Attribution == "Kassym-Jomart Tokayev" || c.Attribution.StartsWith("Kassym-Jomart Tokayev, ", StringComparison.Ordinal));
        Assert.Equal(seeds.Count(), attributed.Count);
        Assert.NotEmpty((await PersonAsync("lyu-yaodong"))!.Dossier.Attributed);
    }

    [Fact]
    public async Task Person_Stances_AreThoseTheyVoiced()
    {
        var seeds = (await RealSeeds.ReadAsync()).Stances.Where(s => s.People.Contains("wang-yi")).Select(s => s.Id).Order(StringComparer.Ordinal);
        Assert.Equal(seeds, (await PersonAsync("wang-yi"))!.Stances.Select(s => s.Record.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Organisation_People_AreThoseRecordedAsItsOwn() =>
        Assert.Equal((await RealSeeds.ReadAsync()).People.Where(p => p.Organisation == "communist-party-of-vietnam").Select(p => p.Id).Order(StringComparer.Ordinal),
            (await OrganisationAsync("communist-party-of-vietnam"))!.Members.Select(m => m.Record.Id).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Records_BeforeTheBoardKnewThem_AreNotThere()
    {
        Assert.Null(await AskAsync<PersonQuery, PersonModel?>(q => q.ReadAsync("tokayev", BeforeTheFirstLoad, Cancel)));
        Assert.Null(await AskAsync<OrganisationQuery, OrganisationModel?>(q => q.ReadAsync("asean", BeforeTheFirstLoad, Cancel)));
        Assert.Null(await AskAsync<PlaceQuery, PlaceModel?>(q => q.ReadAsync("tokyo", BeforeTheFirstLoad, Cancel)));
        Assert.Empty(await AskAsync<PeopleQuery, IReadOnlyList<NamedLine<Person>>>(q => q.PeopleAsync(BeforeTheFirstLoad, Cancel)));
    }

    [Fact]
    public async Task Person_ChangedSince_IsReadAsItStood()
    {
        await using var board = await TempBoard.CreateAsync();
        await board.Loader.LoadAsync(Repository.Seeds, Cancel);
        var before = board.Clock.GetUtcNow();
        board.Clock.Now += TimeSpan.FromDays(2);
        await using (var db = await board.Factory.CreateDbContextAsync(Cancel))
        {
            var old = await db.People.AsTracking().SingleAsync(p => p.Id == "tokayev", Cancel);
            var change = new Change { At = board.Clock.GetUtcNow(), Editor = "editor", Reason = "corrected" };
            db.Changes.Add(change);
            await db.SaveChangesAsync(Cancel);
            old.KnownTo = change.At;
            await db.SaveChangesAsync(Cancel);
            db.People.Add(new Person { Id = old.Id, Name = old.Name, Names = old.Names, PartyId = old.PartyId, Role = "Another office", KnownFrom = change.At, ChangeId = change.Id });
            await db.SaveChangesAsync(Cancel);
        }
        var query = new PersonQuery(board.Factory, await RealSeeds.PartiesAsync());
        var now = (await query.ReadAsync("tokayev", null, Cancel))!;
        var then = (await query.ReadAsync("tokayev", before.AddDays(1), Cancel))!;
        Assert.Equal(("Another office", "President of Kazakhstan"), (now.Person.Role, then.Person.Role));
        Assert.Equal((2, 1), (now.Dossier.History.Count, then.Dossier.History.Count));
        Assert.Contains("role", now.Dossier.History[0].Steps.Single().Fields.Select(f => f.Name));
    }

    [Theory]
    [InlineData("organisations", "organisation-kind")]
    [InlineData("places", "place-kind")]
    public void Kinds_OfTheSchema_HaveTexts(string schema, string prefix)
    {
        var kinds = JsonDocument.Parse(Repository.Read("seeds", "schemas", $"{schema}.schema.json")).RootElement.GetProperty("items").GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(k => k.GetString());
        var texts = Repository.Read("src", "InfluenceBoard", "Features", "People", "PeopleTexts.resx");
        Faults.None(kinds.Where(kind => !texts.Contains($"name=\"{prefix}.{kind}\"", StringComparison.Ordinal)));
    }
}
