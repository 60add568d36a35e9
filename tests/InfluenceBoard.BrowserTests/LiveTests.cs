using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.BrowserTests;

/// <summary>A page that is open hears of changes to its records.</summary>
public sealed class LiveTests(BoardBrowser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The note of a place: no other test reads it.
    private async Task NoteAsync(string place, string note)
    {
        await using var db = await browser.Services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync(Cancel);
        // As an editor does: all of a change or nothing of it.
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        var change = new Change { At = DateTimeOffset.UtcNow, Editor = "aigerim", Reason = "Checked" };
        db.Add(change);
        await db.SaveChangesAsync(Cancel);
        var old = await db.Places.AsTracking().KnownAt(null).SingleAsync(p => p.Id == place, Cancel);
        (old.KnownTo, old.ClosedById) = (change.At, change.Id);
        await db.SaveChangesAsync(Cancel);
        db.Add(new Place { Id = old.Id, Name = old.Name, Names = old.Names, Kind = old.Kind, PartyId = old.PartyId, Longitude = old.Longitude, Latitude = old.Latitude, Path = old.Path, PositionNote = old.PositionNote, Note = note, KnownFrom = change.At, ChangeId = change.Id, Hash = note });
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
    }

    [Fact]
    public Task Page_WhoseRecordChanges_OffersToShowItAndMovesNothingUntilAsked() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/places/washington");
        var bar = reader.Page.Locator("ib-live .bar");
        await NoteAsync("hanoi", "Elsewhere.");
        await NoteAsync("washington", "Seen from afar.");
        await Expect(bar).ToContainTextAsync("1 record of this page has changed");
        await Expect(reader.Page.Locator("main")).Not.ToContainTextAsync("Seen from afar.");
        await Axe.FindsNothingAsync(reader.Page.Locator("html"));

        await reader.Page.EvaluateAsync("() => scrollTo({ top: 120, behavior: 'instant' })");
        var place = await reader.Page.EvaluateAsync<int>("() => scrollY");
        await bar.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Show" }).FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("main")).ToContainTextAsync("Seen from afar.");
        await Expect(bar).ToHaveCountAsync(0);
        Assert.InRange(await reader.Page.EvaluateAsync<int>("() => scrollY"), place - 2, place + 2);
    });

    [Fact]
    public Task Bar_LinkAndCloseButton_LeadToTheChangesAndAway() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/places/taiwan");
        await NoteAsync("taiwan", "First.");
        var bar = reader.Page.Locator("ib-live .bar");
        await bar.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(bar).ToHaveCountAsync(0);
        await NoteAsync("taiwan", "Second.");
        await bar.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "What changed" }).ClickAsync();
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("Changes");
        await reader.Page.Locator("main details summary").First.ClickAsync();
        await Expect(reader.Page.Locator("main ins").First).ToHaveTextAsync("Second.");
    });
}
