namespace InfluenceBoard.Shared;

/// <summary>What everything that programs read has in common.</summary>
public static class OpenData
{
    /// <summary>Where the API begins.</summary>
    public const string Api = "/api/v1";

    /// <summary>Page that describes the API to readers, address of its document, and page of everything that can be reused.</summary>
    public const string Reference = "/api", Document = Api + "/openapi.json", Page = "/data";

    /// <summary>Name of the policy that lets pages of any origin read an endpoint: GET and HEAD, without credentials. Put on with <c>RequireCors(OpenData.Cors)</c>.</summary>
    public const string Cors = "open-data";

    /// <summary>Licence of the records, as an SPDX expression, by its name, and its address.</summary>
    public const string License = "CC-BY-4.0", LicenseName = "Creative Commons Attribution 4.0 International", LicenseAddress = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>Headers of answers that a script of another origin may read.</summary>
    public static readonly string[] Exposed = ["ETag", "Link", "Memento-Datetime"];
}
