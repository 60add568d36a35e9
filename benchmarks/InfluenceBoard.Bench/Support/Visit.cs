namespace InfluenceBoard.Bench.Support;

/// <summary>What readers are to do.</summary>
/// <param name="Port">Port of the server on this machine.</param>
/// <param name="Paths">Addresses; each reader begins at another and goes on from there.</param>
/// <param name="Readers">Readers, each with a connection that stays open.</param>
/// <param name="AtOnce">How many of them wait for an answer at a time.</param>
/// <param name="Seconds">How long they ask, where no number of views is given.</param>
/// <param name="Views">Pages that each reader asks for; null for as long as the time lasts.</param>
/// <param name="AreDifferent">Whether each has another browser, cookie, language and encoding; else all take Brotli.</param>
public sealed record Visit(int Port, IReadOnlyList<string> Paths, int Readers, int AtOnce, double Seconds, int? Views = null, bool AreDifferent = false);

/// <summary>What came of a visit.</summary>
/// <param name="Views">Answers.</param>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Median">Milliseconds that half of the answers took at most.</param>
/// <param name="Percentile99">Milliseconds that 99 of 100 answers took at most.</param>
public sealed record VisitFigures(int Views, double PerSecond, double Median, double Percentile99);
