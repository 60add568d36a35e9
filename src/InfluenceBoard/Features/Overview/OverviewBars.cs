using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Overview;

/// <summary>One actor's engagements by domain.</summary>
/// <param name="Total">All of its engagements in view, each once.</param>
/// <param name="Counts">Engagements about each domain, in the order of the domains; one about two counts for both.</param>
public sealed record ActorBar(string ActorId, int Total, IReadOnlyList<int> Counts);

/// <summary>What each actor's engagements are about: feeds the chart and its table alike.</summary>
/// <param name="Topics">The domains in view.</param>
/// <param name="Actors">The actors in view, in the fixed order.</param>
public sealed record OverviewBars(IReadOnlyList<Topic> Topics, IReadOnlyList<ActorBar> Actors)
{
    /// <summary>Whether no actor has any engagement in view.</summary>
    public bool IsEmpty => Actors.All(a => a.Total == 0);

    /// <summary>Counts the engagements of a view. With countries chosen, an actor's engagements are those between it and one of them.</summary>
    public static OverviewBars Of(Scope scope, PartyDirectory parties)
    {
        var filter = scope.Filter;
        IReadOnlyList<Topic> topics = filter.Topics.IsEmpty ? Enum.GetValues<Topic>() : filter.Topics;
        return new OverviewBars(topics,
        [
            .. parties.Actors.Select(a => a.Id).Where(a => filter.Actors.IsEmpty || filter.Actors.Contains(a)).Select(actor =>
            {
                bool IsIts(PartySides sides) => filter.Countries.IsEmpty ? sides.TakesPart(actor) : sides.IsBetween([actor], filter.Countries);
                var counts = scope.CountTopics(IsIts);
                return new ActorBar(actor, scope.Count(IsIts), [.. topics.Select(t => counts[(int)t])]);
            }),
        ]);
    }

    /// <summary>The series object of the chart element: one group of bars for each domain, one bar for each actor.</summary>
    public string ToJson(PartyDirectory parties, IStringLocalizer<Texts> texts) => JsonSerializer.Serialize(new
    {
        kind = "stacked",
        categories = Topics.Select(t => texts.Word(t)),
        series = Actors.Select(a => new { name = parties.Name(a.ActorId), actor = a.ActorId, values = a.Counts.Select(n => n == 0 ? (int?)null : n) }),
        empty = (string)texts["empty.filtered"],
    }, JsonSerializerOptions.Web);
}
