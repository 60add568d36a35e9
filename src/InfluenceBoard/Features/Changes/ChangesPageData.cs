using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Changes;

/// <summary>The list of changes as data: a row for each field of each part of a record that a change touched.</summary>
public sealed class ChangesPageData(ChangesQuery query, Reading reading, IServiceProvider services, IStringLocalizer<ChangesTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => ChangesView.Read(reading, services).Scope;

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var view = ChangesView.Read(reading, services);
        var model = await query.ReadAsync(view, reading.AsOf, 1, cancel);
        return new PageDocument(view.Since is { } since ? L["title.since", Format.Moment(since)] : L["title"], ChangesPage.Words(view, model.Records, L, T))
        {
            Keep = view.Pairs,
            Facts = [new PageFact(L["fact.records"], Format.Number(model.Records))],
            Tables = [DataTable.Of("changes", RowsAsync(view, cancel),
                new("change", DataType.Whole, r => r.Line.Change.Id), new("at", DataType.Instant, r => r.Line.Change.At), new("editor", DataType.Text, r => r.Line.Change.Editor), new("reason", DataType.Text, r => r.Line.Change.Reason),
                new("kind", DataType.Text, r => Word.Of(r.Line.Record.Kind)), new("record", DataType.Text, r => r.Line.Record.Id), new("title", DataType.Text, r => RecordNames.Title(r.Line.Version)),
                new("what", DataType.Text, r => Word.Of(r.Step.Kind)), new("part", DataType.Text, r => r.Step.RecordId),
                new("field", DataType.Text, r => r.Field?.Name), new("before", DataType.Text, r => r.Field?.Before), new("after", DataType.Text, r => r.Field?.After))],
        };
    }

    private async IAsyncEnumerable<(LoggedRecord Line, HistoryStep Step, FieldChange? Field)> RowsAsync(ChangesView view, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in query.AllAsync(view, reading.AsOf, cancel))
            foreach (var step in line.Steps)
                if (step.Fields.Count == 0) yield return (line, step, null);
                else
                    foreach (var field in step.Fields) yield return (line, step, field);
    }
}
