using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace InfluenceBoard.Tests.Pages;

/// <summary>What every page of the board keeps to, whatever it shows.</summary>
public static partial class PageRules
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Parses a page.</summary>
    public static IDocument Parse(string html) => Parser.ParseDocument(html);

    /// <summary>Every rule that a page breaks, in words.</summary>
    public static IEnumerable<string> Broken(IDocument page, string language, bool isListed)
    {
        if (page.DocumentElement.GetAttribute("lang") != language) yield return $"lang is '{page.DocumentElement.GetAttribute("lang")}', not '{language}'";
        if (page.QuerySelectorAll("h1").Length != 1) yield return $"{page.QuerySelectorAll("h1").Length} h1";
        if (string.IsNullOrWhiteSpace(page.QuerySelector("h1")?.TextContent)) yield return "empty h1";
        if (page.QuerySelectorAll("title").Length != 1 || string.IsNullOrWhiteSpace(page.Title)) yield return "no title, or several";
        if (page.QuerySelectorAll("main").Length != 1) yield return $"{page.QuerySelectorAll("main").Length} main";
        if (string.IsNullOrWhiteSpace(page.QuerySelector("meta[name=description]")?.GetAttribute("content"))) yield return "no description";
        if (isListed)
        {
            if (page.QuerySelectorAll("link[rel=canonical]").Length != 1) yield return "no canonical address, or several";
            foreach (var name in new[] { "og:title", "og:description", "og:url", "og:type" })
                if (string.IsNullOrWhiteSpace(page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content"))) yield return $"no {name}";
        }
        foreach (var script in page.QuerySelectorAll("script").Where(s => s.GetAttribute("type") != "application/ld+json" && (!s.HasAttribute("src") || s.TextContent.Trim() != ""))) yield return $"inline script: {Start(script)}";
        foreach (var style in page.QuerySelectorAll("style")) yield return $"style element: {Start(style)}";
        foreach (var element in page.All)
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) yield return $"handler attribute {attribute.Name} on {Start(element)}";
                if (attribute.Name is "href" or "action" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) yield return $"script address on {Start(element)}";
            }
        foreach (var (element, address) in Assets(page).Where(a => Uri.TryCreate(a.Address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" || a.Address.StartsWith("//", StringComparison.Ordinal)))
            yield return $"asset of another host: {address} on {element}";
        foreach (var twice in page.All.Where(e => !string.IsNullOrEmpty(e.Id)).GroupBy(e => e.Id!).Where(g => g.Count() > 1)) yield return $"id '{twice.Key}' stands {twice.Count()} times";
        foreach (var reference in References(page).Where(r => page.GetElementById(r) is null).Distinct()) yield return $"no element with the id '{reference}' that another names";
        foreach (var link in page.QuerySelectorAll("a[href]").Where(a => a.TextContent.Trim() == "" && string.IsNullOrWhiteSpace(a.GetAttribute("aria-label")))) yield return $"link without words: {Start(link)}";
        foreach (var image in page.QuerySelectorAll("img:not([alt])")) yield return $"image without alt: {Start(image)}";
        foreach (var table in page.QuerySelectorAll("table").Where(t => t.QuerySelector("caption") is null || t.QuerySelector("th[scope]") is null)) yield return $"table without caption or headers: {Start(table)}";
        foreach (var text in Unfinished(page)) yield return text;
    }

    /// <summary>Addresses of what a browser loads with the page.</summary>
    public static IEnumerable<(string Element, string Address)> Assets(IDocument page) =>
        page.QuerySelectorAll("script[src], img[src], iframe[src], source[src], video[src], audio[src], embed[src], input[src]").Select(e => (Start(e), e.GetAttribute("src")!))
            .Concat(page.QuerySelectorAll("link[href]").Where(e => e.GetAttribute("rel") is not ("canonical" or "alternate" or "cite-as")).Select(e => (Start(e), e.GetAttribute("href")!)))
            .Concat(page.QuerySelectorAll("[data-geo]").Select(e => (Start(e), e.GetAttribute("data-geo")!)));

    private static IEnumerable<string> References(IDocument page) =>
        page.QuerySelectorAll("[aria-labelledby], [aria-describedby], [aria-controls]").SelectMany(e => new[] { "aria-labelledby", "aria-describedby", "aria-controls" }.Select(e.GetAttribute).OfType<string>())
            .SelectMany(v => v.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Concat(page.QuerySelectorAll("label[for]").Select(e => e.GetAttribute("for")!));

    // What shows when a text is missing, a value was formatted as its type, or a placeholder was not filled.
    private static IEnumerable<string> Unfinished(IDocument page)
    {
        // What is there to be copied is HTML itself.
        var shown = string.Concat(page.Body?.Descendants<IText>().Where(t => t.ParentElement?.Id is not "embed-snippet").Select(t => t.Data) ?? []);
        var text = $"{page.Title} {page.QuerySelector("meta[name=description]")?.GetAttribute("content")} {shown}";
        foreach (var sign in new[] { "{0}", "{1}", "{2}", "System.Collections", "Lorem ipsum", "&amp;", "&#", "NaN" })
            if (text.Contains(sign, StringComparison.Ordinal)) yield return $"the text holds '{sign}'";
        // The name of a type; a sentence may end with the board's own name.
        if (TypeName().IsMatch(text)) yield return $"the text holds '{TypeName().Match(text).Value}'";
    }

    [GeneratedRegex(@"InfluenceBoard\.\w+")]
    private static partial Regex TypeName();

    private static string Start(IElement element) => element.OuterHtml is { Length: > 100 } html ? html[..100] + "…" : element.OuterHtml;
}
