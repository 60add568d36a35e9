namespace InfluenceBoard.Data;

/// <summary>Tells at once whether the board has changed, also by another process on the same database: what is made of the board's records is good as long as this number stands.</summary>
public abstract class BoardStamp
{
    /// <summary>Number of the last change; 0 for an empty board. Cheap enough to ask with every request.</summary>
    public abstract long Last();
}
