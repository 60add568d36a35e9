using System.Globalization;
using System.Text;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Citations;

/// <summary>RIS: one record for each citation, a tag and a value on each line.</summary>
public sealed class RisFormat : CitationFormat
{
    public override string Extension => "ris";
    public override string MediaType => "application/x-research-info-systems; charset=utf-8";

    public override string Write(IReadOnlyList<Citation> citations)
    {
        var file = new StringBuilder();
        void Tag(string tag, string? value)
        {
            if (!string.IsNullOrEmpty(value)) file.Append(tag).Append("  - ").Append(Line(value)).Append("\r\n");
        }
        foreach (var citation in citations)
        {
            var (year, month, day) = First(citation.Date);
            Tag("TY", citation.Class switch { PublisherClass.WireService or PublisherClass.StateMedia or PublisherClass.IndependentMedia => "NEWS", PublisherClass.Academic => "RPRT", PublisherClass.SelfMedia => "BLOG", _ => "ELEC" });
            Tag("ID", citation.Key);
            if (citation.Class is null) Tag("AU", citation.Publisher);
            Tag("TI", citation.Title);
            if (citation.Class is null) Tag("T2", citation.Publisher);
            Tag("PB", citation.Publisher);
            Tag("PY", year.ToString(CultureInfo.InvariantCulture));
            Tag("DA", string.Create(CultureInfo.InvariantCulture, $"{year:0000}/{month:00}/{day:00}/"));
            Tag("Y2", citation.Accessed.ToString("yyyy/MM/dd/", CultureInfo.InvariantCulture));
            Tag("LA", citation.Language);
            Tag("UR", citation.Address);
            Tag("N1", Note(citation));
            file.Append("ER  - \r\n\r\n");
        }
        return file.ToString();
    }
}
