using System.ComponentModel;

namespace InfluenceBoard.Features.Api;

/// <summary>One page of a list.</summary>
public sealed record ApiList<T>
{
    /// <summary>The state of the board that the answer was read from.</summary>
    public required ApiBoard Board { get; init; }
    /// <summary>How many items the whole list has, on all of its pages.</summary>
    public required int Total { get; init; }
    /// <summary>The items of this page, in the order of the list.</summary>
    public required IReadOnlyList<T> Items { get; init; }
    /// <summary>Address of the next page; null on the last one.</summary>
    public required string? Next { get; init; }
}

/// <summary>One item.</summary>
public sealed record ApiItem<T>
{
    /// <summary>The state of the board that the answer was read from.</summary>
    public required ApiBoard Board { get; init; }
    // A property of a type that is not known yet: the document finds no comment of it.
    /// <summary>The item.</summary>
    [Description("The item.")] public required T Item { get; init; }
}

/// <summary>The state of the board that an answer was read from.</summary>
public sealed record ApiBoard
{
    /// <summary>The moment that `asOf` named, in the board's one form of it; null when the board was read as it stands.</summary>
    public required string? AsOf { get; init; }
    /// <summary>Number of the last change that the board knew then; null before the first one.</summary>
    public required long? Change { get; init; }
    /// <summary>When that change was made (UTC); null before the first one.</summary>
    public required DateTimeOffset? ChangedAt { get; init; }
    /// <summary>Language of names that are kept in several: a BCP 47 tag.</summary>
    public required string Language { get; init; }
    /// <summary>Address at which the items stay as they are in this answer, whatever changes later; null before the first change.</summary>
    public required string? Frozen { get; init; }
}

/// <summary>What is wrong with a request, as RFC 9457 describes it.</summary>
public sealed record ApiProblem
{
    /// <summary>Address of an explanation of this kind of problem.</summary>
    public required string Type { get; init; }
    /// <summary>The kind of problem in a few words.</summary>
    public required string Title { get; init; }
    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }
    /// <summary>What is wrong with this request, and what would be accepted.</summary>
    public required string Detail { get; init; }
    /// <summary>The path that was asked for.</summary>
    public required string Instance { get; init; }
    /// <summary>Every value that means nothing; empty for other problems.</summary>
    public required IReadOnlyList<ApiFault> Errors { get; init; }
}

/// <summary>A value of a request that means nothing.</summary>
public sealed record ApiFault
{
    /// <summary>Name of the parameter.</summary>
    public required string Parameter { get; init; }
    /// <summary>The value as it came, shortened when it is long.</summary>
    public required string Value { get; init; }
    /// <summary>What is wrong with it.</summary>
    public required string Detail { get; init; }
    /// <summary>What is accepted instead.</summary>
    public required IReadOnlyList<string> Accepted { get; init; }
}

/// <summary>Where the API begins.</summary>
public sealed record ApiIndex
{
    /// <summary>Address of the OpenAPI document.</summary>
    public required string Openapi { get; init; }
    /// <summary>Address of the reference for readers.</summary>
    public required string Reference { get; init; }
    /// <summary>Licence of the records, as an SPDX expression.</summary>
    public required string License { get; init; }
    /// <summary>The state of the board.</summary>
    public required ApiBoard Board { get; init; }
    /// <summary>Address of every list, by its name.</summary>
    public required IReadOnlyDictionary<string, string> Lists { get; init; }
}
