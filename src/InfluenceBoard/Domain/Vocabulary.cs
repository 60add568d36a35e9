using System.Collections.Frozen;
using System.Text.Json;

namespace InfluenceBoard.Domain;

/// <summary>Rung of the money ladder. Each amount stands on exactly one.</summary>
public enum Rung
{
    /// <summary>An aspiration. Never part of a total.</summary>
    Target,
    /// <summary>Promised by the giver.</summary>
    Pledge,
    /// <summary>Signed but not binding: a memorandum, a letter of intent.</summary>
    Signed,
    /// <summary>Binding.</summary>
    Commitment,
    /// <summary>Paid out.</summary>
    Disbursed,
    /// <summary>Paid out and finished.</summary>
    Completed,
    /// <summary>Cancelled, suspended or expired: off the ladder, in no total.</summary>
    Lapsed,
}

/// <summary>What an amount is. <see cref="Stock"/> is an existing total, not a flow, and is in no total.</summary>
public enum MoneyKind { Investment, Loan, Grant, Trade, Guarantee, Stock, Mixed, Unspecified }

/// <summary>Which way an amount flows between the actor and the host.</summary>
public enum Direction { ActorToHost, HostToActor, Mutual }

/// <summary>How a source hedges a figure.</summary>
public enum Qualifier { Exact, About, Over, UpTo, Several }

/// <summary>Kind of engagement. The PLOVER and CAMEO codes of each are in the data dictionary.</summary>
public enum EngagementType
{
    Visit, Summit, Meeting, Call, Treaty, Mou, Declaration, Agreement, InvestmentPledge, Loan, Grant, TradeDeal, ArmsOffer, EquipmentTransfer,
    JointDrill, OwnDrill, Incident, Protest, Warning, Statement, ExportControl, Infrastructure, Scholarship, SecurityCooperation, Policy,
}

/// <summary>What an engagement is about.</summary>
public enum Topic { Diplomacy, Security, Economy, Energy, Minerals, Transport, Technology, People }

/// <summary>How far an engagement has come.</summary>
public enum Status { Reported, Planned, Proposed, Signed, UnderDiscussion, Completed, Cancelled, Disputed }

/// <summary>Part of a party in an engagement: it acted, it was acted towards, or it was talked about without taking part.</summary>
public enum PartyRole { By, Towards, About }

/// <summary>Who published a source.</summary>
public enum PublisherClass { OfficialGovernment, StateMedia, WireService, IndependentMedia, SelfMedia, Intergovernmental, Company, Academic, Unknown }

/// <summary>Admiralty reliability of a source, from completely reliable (A) to unreliable (E); F cannot be judged.</summary>
public enum Reliability { A, B, C, D, E, F }

/// <summary>Standing of a claim among claims that contradict it.</summary>
public enum Rank { Preferred, Normal, Deprecated }

/// <summary>Property of a record that a claim speaks about.</summary>
public enum ClaimProperty { Happened, Date, Place, Participants, Amount, Outcome, Content, Status, Purpose, Response, Role, Name, Existence, Value, Position, Link }

/// <summary>Relation of a counter-move to the move it names.</summary>
public enum Relation { RespondsTo, Counters, FollowsUp, Implements, CompetesWith }

/// <summary>Who asserts a link between two engagements. A link that only an editor asserts is drawn dashed.</summary>
public enum AssertedBy { Actor, Host, Article, Analyst, Editor }

/// <summary>Position that a party is reported to hold.</summary>
public enum StanceKind { Balances, DeclinesAlignment, Neutral, Welcomes, Supports, Reassures, Wary, Opposes, Criticises, Seeks, Considers, ClaimsInfluence }

// The order stands in SearchNumber: a new kind is added at the end.
/// <summary>Kind of record: each has a page or a place on one, and its own seed files.</summary>
public enum RecordKind { Party, Source, Person, Organisation, Place, Rate, Engagement, Move, Indicator, Stance, Money, Survey, Claim }

/// <summary>Words of the fixed vocabulary as they stand in addresses, seed files and the database: <c>UpTo</c> is <c>up-to</c>.</summary>
public static class Word
{
    /// <summary>The word of a value, in kebab case.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Words<T>.Of[value];

    /// <summary>The value of a word, or null when the vocabulary has no such word. Case does not matter.</summary>
    public static T? Parse<T>(string? word) where T : struct, Enum =>
        word is not null && Words<T>.From.TryGetValue(word.Trim(), out var value) ? value : null;

    /// <summary>All words of a vocabulary, in its own order.</summary>
    public static IReadOnlyCollection<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    private static class Words<T> where T : struct, Enum
    {
        // Reliability letters stay capitals: "A" is how the field writes them.
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>().ToFrozenDictionary(v => v,
            v => v.ToString() is { Length: 1 } letter ? letter : JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
        public static readonly FrozenDictionary<string, T> From = Of.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);
    }
}
