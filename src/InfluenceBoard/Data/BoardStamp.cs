namespace InfluenceBoard.Data;

/// <summary>Tells at once whether the board has changed, also by another process on the same database: what is made of the board's records is good as long as this number stands.</summary>
public abstract class BoardStamp
{
    /// <summary>A number that is another after every commit to the database, by this process or another, also by one that writes no change of the board. It says nothing but that, and nothing to another process. A microsecond or two.</summary>
    public abstract long Turn();

    /// <summary>Number of the last change; 0 for an empty board. Cheap enough to ask with every request.</summary>
    public abstract long Last();
}
