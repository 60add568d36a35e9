using System.Buffers.Binary;
using System.Text.Json;
using System.Xml.Linq;
using InfluenceBoard.BrowserTests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Charts, and the pictures that are saved of them.</summary>
public sealed class ChartTests(BoardBrowser browser)
{
    private const string Nasty = "</text><script>alert(1)</script> A & B <foreignObject> \"quoted\" 'single'";

    private static readonly string[] Countries = ["Japan", "Vietnam", "Kazakhstan", "Uzbekistan", "Kyrgyzstan", "Tajikistan", "Turkmenistan"];

    private static ILocator Chart(Reader reader) => reader.Page.Locator("ib-chart").First;

    [Fact]
    public Task Svg_Saved_StandsAloneWithTitleFilterAndSource() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/?actor=japan&country=kazakhstan&asOf=2026-12-31");
        var drawing = await SvgAsync(reader);
        var words = string.Join('\n', drawing.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        Assert.Contains("What each actor’s engagements are about", words, StringComparison.Ordinal);
        Assert.Contains((await reader.Page.Locator("#filter-sentence").InnerTextAsync()).Trim(), words, StringComparison.Ordinal);
        Assert.Contains(browser.Origin + "/?country=kazakhstan&actor=japan&asOf=2026-12-31", words, StringComparison.Ordinal);
        Assert.Contains("as it stood on 31 December 2026", words, StringComparison.Ordinal);
        AssertAlone(drawing);
        Assert.Contains(drawing.Descendants(), e => e.Name.LocalName == "path" && ((string?)e.Attribute("fill"))?.StartsWith("url(#fill-JP", StringComparison.Ordinal) == true);
    });

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public Task Svg_InChinese_HasChineseWordsAndAnAsciiName(int width) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan?lang=zh-Hans");
        var (name, bytes) = await SaveAsync(reader, "svg");
        Assert.Equal("countries-kazakhstan.svg", name);
        using var stream = new MemoryStream(bytes);
        var drawing = XDocument.Load(stream);
        AssertAlone(drawing);
        Assert.Contains("各行为方流向哈萨克斯坦的金额", string.Concat(drawing.Descendants().Where(e => e.Name.LocalName == "tspan").Select(e => e.Value)), StringComparison.Ordinal);
    }, new() { ViewportSize = new() { Width = width, Height = 800 } });

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Png_Saved_IsAPictureAtTwiceTheSize(ColorScheme scheme) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        var (name, bytes) = await SaveAsync(reader, "png");
        Assert.EndsWith(".png", name, StringComparison.Ordinal);
        Assert.Equal(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, bytes[..8]);
        var plot = await Chart(reader).Locator(".plot").EvaluateAsync<int>("e => e.clientWidth");
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16, 4)), plot * 2, (plot + 60) * 2);
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20, 4)), 300, 3000);
        // A picture of one colour would be far smaller.
        Assert.InRange(bytes.Length, 8_000, 2_000_000);
    }, new() { ColorScheme = scheme });

    [Theory]
    [InlineData("stacked")]
    [InlineData("ladder")]
    [InlineData("heat")]
    public Task Names_WithMarkup_StayText(string kind) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await ShowAsync(reader, new { kind, unit = "USD", categories = new[] { Nasty, "B" }, series = new[] { Series(Nasty, "CN", 4, 9), Series("Other", "JP", 2, null) }, empty = "" },
            new { title = Nasty, filter = Nasty, source = Nasty, name = Nasty, texts = new { save = Nasty, svg = Nasty, png = Nasty } });
        Assert.Equal(0, await Chart(reader).EvaluateAsync<int>("e => e.shadowRoot.querySelectorAll('script, foreignObject script, img').length"));
        await Expect(Chart(reader).Locator("summary")).ToHaveTextAsync(Nasty);
        var (name, bytes) = await SaveAsync(reader, "svg");
        Assert.Matches("^[a-z0-9-]+[.]svg$", name);
        using var stream = new MemoryStream(bytes);
        var drawing = XDocument.Load(stream);
        AssertAlone(drawing);
        // Title, filter and source, whole and as nothing but text.
        Assert.Equal(3, drawing.Root!.Elements().Count(e => e.Name.LocalName == "text" && e.Value == Nasty && e.HasElements && e.Elements().All(line => line.Name.LocalName == "tspan" && !line.HasElements)));
        Assert.InRange((await SaveAsync(reader, "png")).Bytes.Length, 4_000, 2_000_000);
    });

    [Fact]
    public Task Control_ByKeyboard_OpensSavesAndCloses() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        var chart = Chart(reader);
        await chart.ScrollIntoViewIfNeededAsync();
        var summary = chart.Locator("summary");
        await Expect(summary).ToBeVisibleAsync();
        await summary.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(chart.Locator("[data-kind=svg]")).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(chart.Locator("[data-kind=svg]")).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(chart.Locator("[data-kind=svg]")).ToBeHiddenAsync();
        await Expect(summary).ToBeFocusedAsync();

        await reader.Page.Keyboard.PressAsync("Space");
        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.PressAsync("Tab");
        var saved = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Page.Keyboard.PressAsync("Enter"));
        Assert.EndsWith(".png", saved.SuggestedFilename, StringComparison.Ordinal);
        await Expect(chart.Locator("[data-kind=png]")).ToBeHiddenAsync();

        // Going on past it closes it too.
        await reader.Page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 3; i++) await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(chart.Locator("[data-kind=png]")).ToBeHiddenAsync();
    });

    [Fact]
    public Task Control_ClickedElsewhere_Closes() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await Chart(reader).ScrollIntoViewIfNeededAsync();
        await Chart(reader).Locator("summary").ClickAsync();
        await Expect(Chart(reader).Locator("[data-kind=svg]")).ToBeVisibleAsync();
        await reader.Page.Locator("#ladder").ClickAsync();
        await Expect(Chart(reader).Locator("[data-kind=svg]")).ToBeHiddenAsync();
    });

    [Theory]
    [InlineData("/?actor=russia&country=japan&type=scholarship&from=2090")]
    [InlineData("/countries/kazakhstan?from=2090")]
    [InlineData("/actors/japan?from=2090")]
    [InlineData("/engagements?actor=russia&country=japan&domain=minerals&status=cancelled")]
    public Task Chart_NothingToDraw_IsNotThere(string address) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("ib-chart")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Chart_WithoutScripts_IsHiddenAndItsTableStands() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await Expect(Chart(reader)).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("section[aria-labelledby=ladder] table")).ToBeVisibleAsync();
    }, new() { JavaScriptEnabled = false });

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public Task Ladder_EveryMark_StandsInTheRowOfItsNameWithinTheChart(int width) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/actors/japan");
        await Chart(reader).ScrollIntoViewIfNeededAsync();
        await Expect(Chart(reader).Locator("summary")).ToBeVisibleAsync();
        var faults = await Chart(reader).EvaluateAsync<string[]>("""
            e => {
              const root = e.shadowRoot, frame = root.querySelector('figure').getBoundingClientRect(), faults = [];
              const texts = [...root.querySelectorAll('.apexcharts-svg text')].filter(t => t.textContent.trim()).map(t => ({ text: t.textContent, box: t.getBoundingClientRect() }));
              const marks = [...root.querySelectorAll('.apexcharts-series path[j]')].filter(p => p.getAttribute('visibility') !== 'hidden').map(p => p.getBoundingClientRect());
              if (!marks.length) faults.push('no marks');
              const rungs = texts.filter(t => ['target', 'pledge', 'signed', 'commitment', 'disbursed', 'completed', 'lapsed'].includes(t.text)).length;
              if (rungs < 2 || rungs > marks.length) faults.push(`${rungs} rungs for ${marks.length} marks`);
              for (const { text, box } of texts) if (box.left < frame.left - 1 || box.right > frame.right + 1) faults.push(`${text} leaves the frame`);
              texts.forEach((a, i) => texts.slice(i + 1).forEach(b => {
                if (Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 3) faults.push(`${a.text} over ${b.text}`); }));
              const middle = box => (box.top + box.bottom) / 2, amounts = texts.filter(t => /^[$≥]/.test(t.text) && t.box.bottom < Math.max(...marks.map(m => m.bottom)) + 6);
              for (const mark of marks) {
                const own = amounts.filter(t => innerWidth > 520 ? Math.abs(middle(t.box) - middle(mark)) < 2 : mark.top >= t.box.bottom - 4 && mark.top - t.box.bottom < 16);
                if (own.length !== 1) faults.push(`a mark at ${Math.round(middle(mark))} has ${own.length} amounts`);
              }
              return faults;
            }
            """);
        InfluenceBoard.Tests.Support.Faults.None(faults);
    }, new() { ViewportSize = new() { Width = width, Height = 900 } });

    [Theory]
    [InlineData(1280, 4)]
    [InlineData(320, 7)]
    public Task Heat_Cells_AreReadableAndOpenTheirRows(int width, int rows) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await ShowAsync(reader, new
        {
            kind = "heat", unit = (string?)null, categories = Countries, empty = "",
            series = new[] { ("China", "CN"), ("Russia", "RU"), ("Japan", "JP"), ("United States", "US") }.Select((a, i) => new
            {
                name = a.Item1, actor = a.Item2, values = Countries.Select((_, j) => (i + j) % 5 == 0 ? null : new { low = (i * 7) + j, text = $"{(i * 7) + j}", href = "/methodology#counting" }),
            }),
        });
        var cells = Chart(reader).Locator("rect.apexcharts-heatmap-rect");
        await Expect(cells).ToHaveCountAsync(28);
        Assert.Equal(rows, await Chart(reader).Locator(".apexcharts-heatmap-series").CountAsync());
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Equal(5, await Chart(reader).EvaluateAsync<int>("e => [...e.shadowRoot.querySelectorAll('.ib-marks text')].filter(t => t.textContent === '–').length"));
        Assert.Equal(5, await Chart(reader).EvaluateAsync<int>("e => [...e.shadowRoot.querySelectorAll('rect.apexcharts-heatmap-rect')].filter(r => r.getAttribute('fill') === 'url(#fill-blank)').length"));
        var cell = Chart(reader).Locator("rect.apexcharts-heatmap-rect[cursor=pointer]").First;
        await cell.HoverAsync();
        await Expect(Chart(reader).Locator(".tip")).ToBeVisibleAsync();
        await cell.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/methodology#counting");
    }, new() { ViewportSize = new() { Width = width, Height = 900 } });

    [Theory]
    [InlineData("/actors/japan", 1280)]
    [InlineData("/", 1280)]
    [InlineData("/actors/japan", 390)]
    public Task Chart_OnPaper_StaysInItsFrame(string address, int width) => browser.ReadAsync(async reader =>
    {
        // Paper has another width than the screen, and no script hears of it.
        reader.IsSpent = true;
        await reader.Page.AddInitScriptAsync("window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };");
        await reader.OpenAsync(address);
        await Chart(reader).ScrollIntoViewIfNeededAsync();
        await Expect(Chart(reader).Locator("summary")).ToBeVisibleAsync();
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Chart(reader).Locator("summary")).ToBeHiddenAsync();
        await Chart(reader).EvaluateAsync("e => { e.parentElement.style.width = '620px'; }");
        var (frame, drawing) = (await BoxAsync(reader, "figure"), await BoxAsync(reader, ".apexcharts-svg"));
        Assert.InRange(frame.Width, 600, 621);
        Assert.InRange(drawing.X, frame.X, frame.X + 30);
        Assert.InRange(drawing.X + drawing.Width, frame.X + 500, frame.X + frame.Width);
        Assert.InRange(drawing.Y + drawing.Height, drawing.Y + 60, frame.Y + frame.Height);
    }, new() { ViewportSize = new() { Width = width, Height = 900 } });

    private static object Series(string name, string actor, int? first, int? second) =>
        new { name, actor, values = new[] { first, second }.Select(n => n is null ? null : new { low = n, high = n, text = $"{n} <b>", href = "/" }) };

    // Puts a chart of the test's own in the page's place.
    private static async Task ShowAsync(Reader reader, object model, object? save = null)
    {
        await reader.Page.EvaluateAsync("""
            ([series, save]) => {
              const chart = document.createElement('ib-chart');
              chart.dataset.series = series;
              chart.dataset.label = 'Test';
              if (save !== 'null') chart.dataset.save = save;
              document.querySelector('main').replaceChildren(chart);
            }
            """, new[] { JsonSerializer.Serialize(model), JsonSerializer.Serialize(save) });
        await reader.Page.WaitForFunctionAsync("() => document.querySelector('ib-chart').ready > 0");
    }

    private static async Task<(string Name, byte[] Bytes)> SaveAsync(Reader reader, string kind)
    {
        await Chart(reader).ScrollIntoViewIfNeededAsync();
        await Chart(reader).Locator("summary").ClickAsync();
        var download = await reader.Page.RunAndWaitForDownloadAsync(() => Chart(reader).Locator($"[data-kind={kind}]").ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }

    private static async Task<XDocument> SvgAsync(Reader reader)
    {
        using var stream = new MemoryStream((await SaveAsync(reader, "svg")).Bytes);
        return XDocument.Load(stream);
    }

    private static void AssertAlone(XDocument drawing)
    {
        Assert.Equal("svg", drawing.Root!.Name.LocalName);
        string[] unwanted = ["script", "foreignObject", "style", "image", "use", "a"];
        Assert.DoesNotContain(drawing.Descendants(), e => unwanted.Contains(e.Name.LocalName));
        var attributes = drawing.Descendants().SelectMany(e => e.Attributes()).Where(a => !a.IsNamespaceDeclaration).ToList();
        Assert.DoesNotContain(attributes, a => a.Name.LocalName is "class" or "style" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(attributes, a => a.Value.Contains("var(", StringComparison.Ordinal) || a.Value.Contains("light-dark", StringComparison.Ordinal) || (a.Value.Contains("url(", StringComparison.Ordinal) && !a.Value.Contains('#', StringComparison.Ordinal)));
        var ids = drawing.Descendants().Attributes("id").Select(a => a.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(attributes.Where(a => a.Value.StartsWith("url(#", StringComparison.Ordinal)), a => Assert.Contains(a.Value[5..^1], ids));
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(Reader reader, string selector) => (await Chart(reader).Locator(selector).First.BoundingBoxAsync())!;
}
