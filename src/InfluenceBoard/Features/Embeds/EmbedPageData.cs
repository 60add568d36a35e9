using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Embeds;

/// <summary>The embeds that a page offers, as data.</summary>
public sealed class EmbedPageData(Reading reading, IStringLocalizer<EmbedTexts> L) : PageData
{
    public override PageScope Scope(string? key) => new();

    public override Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var choice = EmbedChoice.Read(reading);
        return Task.FromResult<PageDocument?>(new PageDocument(L["title"], L["lead"])
        {
            Keep = choice.Keep,
            Tables =
            [
                DataTable.Of("embeds", choice.Views, new DataColumn<EmbedView>("name", DataType.Text, v => v.About.Name), new("title", DataType.Text, v => (string)L["view." + v.About.Name]),
                    new("url", DataType.Address, v => reading.Origin + v.Address(reading, choice.Path, choice.Own)), new("height", DataType.Whole, v => v.About.Height)),
            ],
        });
    }
}
