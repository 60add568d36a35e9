using System.Collections.Immutable;
using InfluenceBoard.Domain;
using Microsoft.AspNetCore.Components;

namespace InfluenceBoard.Shared;

/// <summary>The filter as a sentence, as chips that remove one value each, and as a GET form: its boxes.</summary>
public sealed partial class FilterBar
{
    private RenderFragment Vocabulary<TWord>(string name, ImmutableArray<TWord> chosen) where TWord : struct, Enum => Pen.Write(Enum.GetValues<TWord>(), (html, value) => Box(html, name, Word.Of(value), T.Word(value), chosen.Contains(value)));

    private RenderFragment Parties(string name, IReadOnlyList<Party> parties, ImmutableArray<string> chosen) => Pen.Write(parties, (html, party) => Box(html, name, party.Slug, PartyDirectory.Name(party), chosen.Contains(party.Id)));

    private static void Box(Html html, string name, string value, string label, bool isChosen) =>
        html.Add($"""<label><input type="checkbox" name="{name}" value="{value}"{html.Attribute("checked", isChosen ? "" : null)} /> {label}</label>""");
}
