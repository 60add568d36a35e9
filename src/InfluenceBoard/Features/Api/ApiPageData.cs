using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Api;

/// <summary>The reference of the API as data: its operations. The whole of it is the OpenAPI document.</summary>
public sealed class ApiPageData(ApiReferenceQuery query, IHttpContextAccessor accessor, Reading reading, IStringLocalizer<ApiTexts> L) : PageData
{
    public override PageScope Scope(string? key) => new();

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var model = await query.ReadAsync(accessor.HttpContext!);
        return new PageDocument(L["title"], L["description"])
        {
            Tables =
            [
                DataTable.Of("operations", model.Groups.SelectMany(g => g.Operations), new DataColumn<ApiReferenceOperation>("id", DataType.Text, o => o.Id), new("path", DataType.Text, o => o.Path), new("summary", DataType.Text, o => o.Summary),
                    new("description", DataType.Text, o => o.Description), new("parameters", DataType.List, o => o.Parameters.Select(p => p.Name).ToArray()), new("record", DataType.Text, o => o.Record), new("sample", DataType.Address, o => reading.Origin + o.Sample)),
            ],
        };
    }
}
