using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>A pledged total with its scope in words, and how it is made: what each amount adds to either end, and what was left out and why.</summary>
public sealed partial class TotalView
{
    private void CountedRow(Html html, TotalLine line) =>
        html.Add($"""<tr>{Name(html, Money.Row(line.Item.Id))}<td data-label="{T["total.tolow"]}" class="ib-num">{Adds(line.Low)}</td><td data-label="{T["total.tohigh"]}" class="ib-num">{Adds(line.High)}{(line.Item.Usd is { IsOpenAbove: true } ? T["total.open"].Value : "")}</td><td>{Why(html, line)}</td></tr>""");

    private void LeftRow(Html html, TotalLine line) =>
        html.Add($"""<tr>{Name(html, Money.Row(line.Item.Id))}<td class="ib-num ib-none">–</td><td class="ib-num ib-none">–</td><td>{Why(html, line)}</td></tr>""");

    private Html Name(Html html, MoneyRow row) => html
        .Add($"""<th scope="row" lang="en"><a href="{Reading.Urls.Engagement(row.Item.EngagementId, "money-" + row.Item.Id)}">{row.Item.Label ?? row.EngagementTitle}</a></th><td>{Pen.Amount(html, row)}</td>""")
        .Add($"""<td>{Pen.Rung(html, row.Item.Rung)} <span class="ib-small">{T.Word(row.Item.Kind)}</span></td>""");

    // Where another amount is the reason, it is named.
    private Html Why(Html html, TotalLine line)
    {
        html.Text(T[$"total.role.{Word.Of(line.Role)}"].Value);
        return line.Because is { } other ? html.Add($"{T["list.colon"]}<span lang=\"en\">{Label(other)}</span>") : html;
    }

    private string Label(string id) => Money.Rows.FirstOrDefault(r => r.Item.Id == id) is { } row ? row.Item.Label ?? row.EngagementTitle : id;

    private static string Adds(decimal amount) => amount == 0 ? Format.Money(0, "USD") : "+ " + Format.Money(amount, "USD");
}
