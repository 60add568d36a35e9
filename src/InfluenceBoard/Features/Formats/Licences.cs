using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace InfluenceBoard.Features.Formats;

/// <summary>What data formats say of their use, and how they write JSON.</summary>
public static class Licences
{
    /// <summary>Licence of the board's data and wording.</summary>
    public const string Data = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>Letters of every script as they are; what could leave a page's markup is escaped.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
