using System.Globalization;
using System.Text.RegularExpressions;
using InfluenceBoard.Domain;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>Amounts and dates in the words of the page's language.</summary>
public sealed partial class Format(IStringLocalizer<Texts> texts)
{
    private static bool IsChinese => CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);

    /// <summary>A range of money: "$3.7bn", "≥ $1bn", "$200m–$900m"; in Chinese "37亿美元", "≥ 10亿美元".</summary>
    public string Money(MoneyRange range, string currency) => range switch
    {
        { Low: { } low, High: null } => texts["money.open", Money(low, currency)],
        { Low: null, High: { } high } => texts["money.upto", Money(high, currency)],
        { Low: { } low, High: { } high } when low != high => texts["money.range", Money(low, currency), Money(high, currency)],
        { Low: { } low } => Money(low, currency),
        _ => "",
    };

    /// <summary>A money item in its own currency with the source's hedge: "about $300m", "≥ $1bn".</summary>
    public string Money(MoneyItem item)
    {
        var text = Money(item.Range, item.Currency);
        return item.Qualifier == Qualifier.About ? texts["money.about", text] : text;
    }

    /// <summary>An indicator's value with its unit: "−2.3 %", "≥ 70 %", "2–9 seconds".</summary>
    public string Value(Indicator indicator)
    {
        string number = (indicator.Low, indicator.High) switch
        {
            ({ } low, { } high) when low != high => texts["money.range", Number(low), Number(high)],
            ({ } low, null) => texts["money.open", Number(low)],
            (null, { } high) => texts["money.upto", Number(high)],
            var (low, high) => Number(low ?? high ?? 0),
        };
        if (indicator.Qualifier == Qualifier.About) number = texts["money.about", number];
        return indicator.Unit == "other" ? number : $"{number} {texts["unit." + indicator.Unit]}";
    }

    /// <summary>A pledged total: "$9.7bn–$10.4bn, and 1 open-ended", "≥ $1bn", or the words for none.</summary>
    public string Total(PledgeTotal total)
    {
        if (total.IsEmpty) return texts["total.none"];
        var band = Money(new MoneyRange(total.Low, total.High), "USD");
        return total.OpenEnded == 0 ? band : total.Low == total.High ? texts["money.open", band] : texts["list.with", band, texts.Count("total.openended", total.OpenEnded)];
    }

    /// <summary>One amount: at most four significant digits, scaled as the language scales. Never rounded away from what a source says by more than that.</summary>
    public static string Money(decimal amount, string currency)
    {
        if (IsChinese)
        {
            var (value, unit) = amount switch { >= 1e12m => (amount / 1e12m, "万亿"), >= 1e8m => (amount / 1e8m, "亿"), >= 1e4m => (amount / 1e4m, "万"), _ => (amount, "") };
            return Number(value) + unit + (currency switch { "USD" => "美元", "JPY" => "日元", "CNY" => "元人民币", "EUR" => "欧元", "VND" => "越南盾", _ => " " + currency });
        }
        var (scaled, suffix) = amount switch { >= 1e12m => (amount / 1e12m, "tn"), >= 1e9m => (amount / 1e9m, "bn"), >= 1e6m => (amount / 1e6m, "m"), _ => (amount, "") };
        return (currency switch { "USD" => "$", "JPY" => "¥", "CNY" => "CN¥", "EUR" => "€", _ => currency + " " }) + Number(scaled) + suffix;
    }

    /// <summary>A plain number, up to four significant digits after rounding, grouped by the culture.</summary>
    public static string Number(decimal value)
    {
        var digits = Math.Abs(value) switch { >= 1000 => 0, >= 100 => 1, >= 10 => 2, _ => 3 };
        return Math.Round(value, digits, MidpointRounding.ToEven).ToString("#,0.###", CultureInfo.CurrentCulture);
    }

    /// <summary>What a claim says, its dates in words: "planned for 19–20 December 2025".</summary>
    public string Value(Claim claim) => Dates().Replace(claim.Value, m => Date(m.Value));

    /// <summary>Language of what <see cref="Value(Claim)"/> gives: a date alone is in the page's own.</summary>
    public static string? LanguageOf(Claim claim) => claim.Property == ClaimProperty.Date && EdtfDate.TryParse(claim.Value) is not null ? null : "en";

    /// <summary>A date as precise as it is known, in words.</summary>
    public string Date(string edtf) => EdtfDate.TryParse(edtf) is { } date ? Date(date) : edtf;

    /// <summary>A date as precise as it is known, in words: "6 December 2025", "8–10 December 2025", "about November 2025".</summary>
    public string Date(EdtfDate date)
    {
        if (date.End is not { } end) return Point(date.Start);
        if (date.Start.IsOpen) return texts["date.until", Point(end)];
        if (end.IsOpen) return texts["date.from", Point(date.Start)];
        var (from, to) = (date.Start, end);
        if (from.Precision == EdtfPrecision.Day && to.Precision == EdtfPrecision.Day && !from.IsApproximate && !to.IsApproximate && from.Stated.Year == to.Stated.Year)
        {
            if (IsChinese) return from.Stated.Month == to.Stated.Month ? $"{Day(from.Stated)}至{to.Stated.Day}日" : $"{Day(from.Stated)}至{to.Stated.Month}月{to.Stated.Day}日";
            return from.Stated.Month == to.Stated.Month ? $"{from.Stated.Day}–{Day(to.Stated)}" : texts["date.interval", from.Stated.ToString("d MMMM", CultureInfo.CurrentCulture), Day(to.Stated)];
        }
        return texts["date.interval", Point(from), Point(to)];
    }

    /// <summary>A year in words.</summary>
    public static string Year(int year) => IsChinese ? $"{year}年" : year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day in words.</summary>
    public static string Day(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>An instant as its day and time in UTC.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString(IsChinese ? "yyyy年M月d日 HH:mm 'UTC'" : "d MMMM yyyy HH:mm 'UTC'", CultureInfo.CurrentCulture);

    /// <summary>A moment of knowledge: "15 January 2026", "15 January 2026 10:30 UTC".</summary>
    public static string Moment(Moment moment) => moment.Day is { } day ? Day(day) : Instant(moment.Instant);

    [GeneratedRegex(@"\b\d{4}-\d{2}(-\d{2})?[~?%]?(/\d{4}-\d{2}(-\d{2})?[~?%]?)?(?![\w-])")]
    private static partial Regex Dates();

    private string Point(EdtfPoint point)
    {
        var day = point.Stated;
        string text = point.Precision switch
        {
            EdtfPrecision.Day => Day(day),
            EdtfPrecision.Month => day.ToString(IsChinese ? "yyyy年M月" : "MMMM yyyy", CultureInfo.CurrentCulture),
            EdtfPrecision.Season => texts[day.Month switch { 3 => "date.spring", 6 => "date.summer", 9 => "date.autumn", _ => "date.winter" }, day.Year],
            EdtfPrecision.Year => Year(day.Year),
            EdtfPrecision.Decade => texts["date.decade", day.Year],
            _ => texts["date.century", day.Year],
        };
        return point.IsApproximate ? texts["date.about", text] : text;
    }
}
