using InfluenceBoard.Domain;

namespace InfluenceBoard.Data;

/// <summary>Fills an empty board with very many versions, in one transaction: what is not committed leaves nothing. Texts for search and lines are given by the caller, who has the versions at hand.</summary>
public abstract class BoardLoad : IAsyncDisposable
{
    /// <summary>Versions written.</summary>
    public abstract int Versions { get; }

    /// <summary>Writes a version with its parts, and gives it its number.</summary>
    /// <param name="text">Its text for search, where it has one.</param>
    public abstract void Write(Versioned version, SearchText? text);

    /// <summary>Writes a line of an engagement, and its traits where the board has not met them.</summary>
    public abstract void Write(EngagementLine line, TraitSet traits);

    /// <summary>Ends the writing: from now on questions are answered fast.</summary>
    /// <exception cref="System.Data.Common.DbException">An id stands twice.</exception>
    public abstract void Finish();

    /// <summary>Whether a move or an amount names an engagement or an amount that was not written, or an amount is part of itself by way of others.</summary>
    public abstract bool NamesWhatIsMissing();

    /// <summary>Makes what was written the board.</summary>
    public abstract Task CommitAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
