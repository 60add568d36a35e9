using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>What pages say of themselves to machines, in the words of schema.org.</summary>
public static class StructuredData
{
    /// <summary>Licence of data and wording.</summary>
    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    // Writes < > & ' as \u003C and so on: nothing in a text can end the element that it stands in.
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The text of a data block, safe inside a script element.</summary>
    public static string Text(JsonObject data) => data.ToJsonString(Safe);

    /// <summary>The way from the overview to the page.</summary>
    /// <param name="origin">Scheme and host.</param>
    /// <param name="steps">Names and addresses from the root, the page itself last.</param>
    public static JsonObject Breadcrumbs(string origin, IEnumerable<(string Name, string Address)> steps) => Of("BreadcrumbList", ("itemListElement",
        new JsonArray([.. steps.Select((s, i) => Part("ListItem", ("position", i + 1), ("name", s.Name), ("item", origin + s.Address)))])));

    /// <summary>The board as a site that can be searched.</summary>
    public static JsonObject WebSite(Reading reading, string board) => Of("WebSite",
        ("@id", reading.Origin + "/#site"), ("url", reading.Origin + "/"), ("name", board), ("inLanguage", new JsonArray([.. Reading.Languages.Select(l => (JsonNode)l)])), ("publisher", Board(reading, board)), ("license", Licence),
        ("potentialAction", Part("SearchAction", ("target", Part("EntryPoint", ("urlTemplate", reading.Origin + "/search?q={search_term_string}"))), ("query-input", "required name=search_term_string"))));

    /// <summary>The engagements of a view as a data set.</summary>
    /// <param name="reading">The request.</param>
    /// <param name="citation">The view as it is cited.</param>
    /// <param name="description">One sentence that says what the view shows.</param>
    /// <param name="facts">What the database says of it.</param>
    /// <param name="files">Media type and address of each file that holds it.</param>
    public static JsonObject Dataset(Reading reading, Citation citation, string description, DatasetFacts facts, IEnumerable<(string Type, string Address)> files) => Of("Dataset",
        ("name", citation.Title), ("description", description), ("url", reading.Origin + reading.Path), ("identifier", citation.Address!), ("license", Licence), ("isAccessibleForFree", true), ("inLanguage", reading.Language),
        ("creator", Board(reading, citation.Publisher)), ("dateModified", Iso(facts.Changed)), ("version", Iso(facts.Changed)), ("temporalCoverage", facts.Span),
        ("spatialCoverage", new JsonArray([.. Countries(reading).Select(c => Part("Place", ("name", PartyDirectory.Name(c)), ("identifier", c.Id)))])),
        ("measurementTechnique", reading.Origin + reading.Urls.Methodology()), ("isPartOf", new JsonObject { ["@id"] = reading.Origin + "/#site" }),
        ("distribution", new JsonArray([.. files.Select(f => Part("DataDownload", ("encodingFormat", f.Type), ("contentUrl", f.Address), ("license", Licence)))])));

    /// <summary>A record with the sources that it is based on.</summary>
    /// <param name="reading">The request.</param>
    /// <param name="citation">The page as it is cited.</param>
    /// <param name="description">What the record says.</param>
    /// <param name="first">When the board came to know it.</param>
    /// <param name="last">When it last changed.</param>
    /// <param name="sources">Its sources.</param>
    public static JsonObject Report(Reading reading, Citation citation, string description, DateTimeOffset first, DateTimeOffset last, IEnumerable<Source> sources)
    {
        Source[] all = [.. sources];
        return Of("Report", ("name", citation.Title), ("headline", citation.Title), ("description", description), ("url", reading.Origin + reading.Path), ("identifier", citation.Address!), ("inLanguage", "en"), ("license", Licence),
            ("author", Board(reading, citation.Publisher)), ("publisher", Board(reading, citation.Publisher)), ("datePublished", Iso(first)), ("dateModified", Iso(last)), ("version", Iso(last)),
            ("isPartOf", new JsonObject { ["@id"] = reading.Origin + "/#site" }), ("citation", new JsonArray([.. all.Select(s => Original(reading, s))])),
            ("isBasedOn", all.Any(s => s.Url is not null) ? new JsonArray([.. all.Select(s => s.Url).OfType<string>().Select(u => (JsonNode)u)]) : null));
    }

    private static JsonObject Original(Reading reading, Source source) => Part("CreativeWork", ("name", source.Title), ("publisher", Part("Organization", ("name", source.Publisher))),
        ("datePublished", Published(source.Date)), ("inLanguage", source.Language), ("url", source.Url ?? reading.Origin + reading.Urls.Source(source.Id)));

    // Schema.org takes days, months and years; of anything wider only the year is said.
    private static string Published(string edtf)
    {
        var date = EdtfDate.Parse(edtf);
        var point = date.Start.IsOpen && date.End is { } end ? end : date.Start;
        return point.Stated.ToString(point.Precision switch { EdtfPrecision.Day => "yyyy-MM-dd", EdtfPrecision.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Party> Countries(Reading reading) => reading.Parties.Countries.Where(c => reading.Filter.Countries.IsEmpty || reading.Filter.Countries.Contains(c.Id));

    private static JsonObject Board(Reading reading, string name) => Part("Organization", ("name", name), ("url", reading.Origin + "/"));

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Of(string type, params IEnumerable<(string Name, JsonNode? Value)> more) => Fill(new JsonObject { ["@context"] = "https://schema.org", ["@type"] = type }, more);

    private static JsonObject Part(string type, params IEnumerable<(string Name, JsonNode? Value)> more) => Fill(new JsonObject { ["@type"] = type }, more);

    // What is not known is left out.
    private static JsonObject Fill(JsonObject part, IEnumerable<(string Name, JsonNode? Value)> more)
    {
        foreach (var (name, value) in more)
            if (value is not null) part[name] = value;
        return part;
    }
}
