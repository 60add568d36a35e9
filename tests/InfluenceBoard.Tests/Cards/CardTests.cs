using System.Net;
using System.Text;
using InfluenceBoard.Features.Cards;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace InfluenceBoard.Tests.Cards;

/// <summary>Preview cards, read by a reader of PNG that had no part in drawing them.</summary>
public sealed class CardTests(BoardServer server)
{
    private const int Most = 300_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string CardOf(string address) => PageFormat.Path(address.Split('?')[0], "png") + (address.Contains('?') ? address[address.IndexOf('?')..] : "");

    private static string Chinese(string address) => address + (address.Contains('?') ? "&" : "?") + "lang=zh-Hans";

    private CardShapes Shapes => new(server.Services.GetRequiredService<IWebHostEnvironment>());

    [Fact]
    public async Task Card_EverySampleInBothLanguages_IsASmallPictureOfTheRightSize()
    {
        var (faults, cards) = (new List<string>(), 0);
        foreach (var address in Samples.Addresses.Where(a => PageData.All.Any(d => Fits(PageData.RouteOf(d), a))).SelectMany(a => new[] { a, Chinese(a) }))
        {
            var answer = await server.Client.GetAsync(CardOf(address), Cancel);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "image/png") { faults.Add($"{address}: {answer.StatusCode}"); continue; }
            var png = await answer.Content.ReadAsByteArrayAsync(Cancel);
            if (PngFile.Read(png) != (1200, 630) || png.Length > Most) faults.Add($"{address}: {png.Length} bytes");
            cards++;
        }
        Faults.None(faults);
        Assert.True(cards > 100, $"only {cards} cards");
    }

    private static bool Fits(string route, string address) =>
        route.Split('/') is var r && address.Split('?')[0].Split('/') is var a && r.Length == a.Length && r.Zip(a).All(p => p.First.StartsWith('{') || p.First == p.Second);

    [Theory]
    [InlineData("/countries/kazakhstan?actor=japan&asOf=2026-11-01&lang=zh-Hans")]
    [InlineData("/?measure=pledged")]
    [InlineData("/engagements/tokyo-summit-2025")]
    public async Task Head_EveryPage_NamesACardWithItsLanguageFilterAndMoment(string address)
    {
        var page = PageRules.Parse(await server.Client.GetStringAsync(address, Cancel));
        string Meta(string name) => page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")!.GetAttribute("content")!;
        Assert.Equal(new Uri(server.Client.BaseAddress!, CardOf(address)).AbsoluteUri, Meta("og:image"));
        Assert.Equal(("1200", "630", "summary_large_image"), (Meta("og:image:width"), Meta("og:image:height"), Meta("twitter:card")));
        Assert.NotEmpty(Meta("og:image:alt"));
        var answer = await server.Client.GetAsync(Meta("og:image"), Cancel);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Meta("og:image")), Cancel);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(answer.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        var again = new HttpRequestMessage(HttpMethod.Get, Meta("og:image"));
        again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await server.Client.SendAsync(again, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/countries/nowhere.png")]
    [InlineData("/engagements/none.png")]
    public async Task Card_UnknownRecord_IsMissing(string address) => Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(address, Cancel)).StatusCode);

    [Fact]
    public async Task Card_OtherViews_AreOtherPictures()
    {
        string[] views = ["/overview.png", "/overview.png?measure=pledged", "/overview.png?measure=share-china", "/overview.png?domain=energy", "/overview.png?lang=zh-Hans", "/overview.png?asOf=2026-01-15", "/engagements.png?actor=china", "/engagements.png?actor=japan"];
        var pictures = new HashSet<string>();
        foreach (var view in views) pictures.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await server.Client.GetByteArrayAsync(view, Cancel))));
        Assert.Equal(views.Length, pictures.Count);
    }

    public static TheoryData<string> HostileTexts =>
    [
        "", " \n\t", string.Concat(Enumerable.Repeat("Incomprehensibilities", 60)), string.Join(' ', Enumerable.Repeat("Ein sehr langer Titel", 80)), string.Concat(Enumerable.Repeat("影响力看板，", 200)),
        "\u202Eשלום עולם مرحبا\u202C", "👩‍👩‍👧‍👦🇯🇵 a\u0000b\u0007\u200Bc", "\uD800 half \uDC00", "<script>&amp;", "“（（（（", "，，，，，，", "e\u0301\u0302\u0303\u0304" + new string('\u0301', 900),
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Paint_AnyText_StaysInsideTheFrame(string text)
    {
        var bars = new[] { "CN", "RU", "JP", "US" }.Select(a => new CardBar(text, text, a, 1)).ToList();
        foreach (CardPicture? picture in new CardPicture?[]
        {
            null, new CardBars(text, bars), new CardMap(text, new Dictionary<string, CardShape> { ["KZ"] = new(1, text, (67, 48)) }, bars, [(139, 35)], ["KZ"]),
            new CardMap(text, new Dictionary<string, CardShape> { ["VN"] = new(.5, text, (106, 16)) }, [new(text, text, null, null)], [], []),
            new CardGrid(text, [("CN", text), ("US", text)], [.. Enumerable.Range(0, 9).Select(_ => (text, (IReadOnlyList<(double?, string)>)[(1, text), (null, text)]))]),
        })
        {
            var card = new Card(text, text, new CardText(text, "en"), text, [(text, text), (text, text), (text, text), (text, text)], (text, text), "en") { Originals = [new CardText(text, "ja")], Picture = picture };
            var png = CardPainter.Paint(card, Shapes, out var texts);
            Assert.Equal((1200, 630), PngFile.Read(png));
            Assert.True(png.Length < Most, $"{png.Length} bytes");
            Assert.All(texts, t => Assert.True(new SKRect(0, 0, CardPainter.Width, CardPainter.Height).Contains(t), $"{t} of {picture}"));
            Assert.Equal(png, CardPainter.Paint(card, Shapes, out _));
        }
    }

    [Fact]
    public void Fonts_EveryCharacterOfTheSeedsAndTexts_HasAGlyph()
    {
        var files = Repository.Files("seeds", ".yaml").Concat(Repository.Files("src/InfluenceBoard", ".resx")).ToList();
        Assert.True(files.Count > 50, "no files");
        Faults.None(files.SelectMany(f => Repository.Read(f).Normalize(NormalizationForm.FormC).EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r) && !Rune.IsControl(r)).Distinct().Where(r => !CardFonts.Has(r)).Select(r => $"{f}: {r} (U+{r.Value:X4})")));
    }

    [Fact]
    public void Fonts_HanCharacters_HaveTheFormsOfTheirLanguage()
    {
        Assert.Equal(["Noto Sans JP"], CardFonts.Runs("直", true, "ja").Select(r => Family(r.Face)));
        Assert.Equal(["Noto Sans SC"], CardFonts.Runs("直", true, "zh-Hans").Select(r => Family(r.Face)));
        Assert.Equal(["Noto Sans"], CardFonts.Runs("Қасым-Жомарт Tô Lâm Đường", false, "zh-Hans").Select(r => Family(r.Face)));
    }

    private static string Family(SKTypeface face) => string.Join(' ', face.FamilyName.Split(' ').Where(w => w is "Noto" or "Sans" or "SC" or "JP"));

    [Theory]
    [InlineData("它说：“承诺总额，下限”。这里（括号）和《书名》，还有……一些文字；以及更多、更多的文字！真的？是的。")]
    [InlineData("日本の首脳、初めての会合「中央アジア＋日本」を開催。カシムジョマルト・トカエフ大統領が出席した。")]
    public void Lines_AnyWidth_NoneBeginsWithAClosingMark(string text)
    {
        for (var width = 90f; width < 700; width += 23)
        {
            var lines = CardLines.Of(text, width, 40, 30, 30, true, "zh-Hans").Lines;
            Assert.Equal(CardLines.Clean(text), string.Concat(lines));
            Assert.DoesNotContain(lines, l => "，。、；：！？）》」”…・".Contains(l[0]));
        }
    }
}
