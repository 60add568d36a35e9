using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Citations;

/// <summary>CSL-JSON: a list with one item for each citation.</summary>
public sealed class CslFormat : CitationFormat
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public override string Extension => "csljson";
    public override string MediaType => "application/vnd.citationstyles.csl+json; charset=utf-8";

    public override string Write(IReadOnlyList<Citation> citations) => new JsonArray([.. citations.Select(Item)]).ToJsonString(Written);

    private static JsonObject Item(Citation citation)
    {
        var item = new JsonObject
        {
            ["id"] = citation.Key,
            ["type"] = citation.Class switch
            {
                PublisherClass.WireService or PublisherClass.StateMedia or PublisherClass.IndependentMedia => "article-newspaper",
                PublisherClass.Academic => "report",
                PublisherClass.SelfMedia => "post-weblog",
                _ => "webpage",
            },
            ["title"] = Line(citation.Title),
            ["publisher"] = Line(citation.Publisher),
            ["issued"] = Date(citation.Date),
            ["accessed"] = new JsonObject { ["date-parts"] = new JsonArray(Parts(citation.Accessed.Year, citation.Accessed.Month, citation.Accessed.Day)) },
            ["language"] = citation.Language,
            ["note"] = Note(citation),
        };
        if (citation.Address is { } address) item["URL"] = address;
        if (citation.Class is null)
        {
            item["author"] = new JsonArray(new JsonObject { ["literal"] = citation.Publisher });
            item["container-title"] = citation.Publisher;
        }
        return item;
    }

    private static JsonObject Date(EdtfDate date)
    {
        var points = new[] { date.Start, date.End }.OfType<EdtfPoint>().Where(p => !p.IsOpen).Select(p => CitationFormat.Parts(p)).Select(p => Parts(p.Year, p.Month, p.Day));
        var written = new JsonObject { ["date-parts"] = new JsonArray([.. points]) };
        if (date.IsApproximate) written["circa"] = true;
        return written;
    }

    private static JsonNode Parts(int year, int? month, int? day) => new JsonArray([.. new[] { year, month, day }.OfType<int>().Select(n => (JsonNode)n)]);
}
