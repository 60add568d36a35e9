using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Api;

/// <summary>The page of everything that can be reused, as data: the pages with their formats, and the formats.</summary>
public sealed class DataPageData(DataQuery query, Reading reading, IStringLocalizer<ApiTexts> L) : PageData
{
    public override PageScope Scope(string? key) => new();

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel) => new PageDocument(L["data.title"], L["data.description"])
    {
        Tables =
        [
            DataTable.Of("pages", await query.ReadAsync(reading.AsOf, cancel), new DataColumn<DataLine>("route", DataType.Text, l => l.Route), new("example", DataType.Address, l => l.Address is null ? null : reading.Origin + reading.Urls.Build(l.Address)),
                new("formats", DataType.List, l => l.Formats.Select(f => f.Extension).ToArray())),
            DataTable.Of("formats", PageFormat.All, new DataColumn<PageFormat>("extension", DataType.Text, f => f.Extension), new("media_type", DataType.Text, f => f.MediaType.Split(';')[0])),
        ],
    };
}
