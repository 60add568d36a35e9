namespace InfluenceBoard.App;

/// <summary>Settings of the board, from the section <c>Board</c> of the configuration (environment: <c>Board__Database</c>, command line: <c>--Board:Database</c>).</summary>
public sealed class BoardOptions
{
    public const string Section = "Board";

    /// <summary>File of the embedded database. Default: <c>data/board.db</c> in the checkout, or beside the program when published.</summary>
    public string Database { get; set; } = Path.Combine(Home(), "data", "board.db");

    /// <summary>Folder of the seed files, or a data package: a ZIP or the folder it was unpacked to. Default: <c>seeds</c> beside the program.</summary>
    public string Seeds { get; set; } = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Minutes for which a reading page is kept ready-made. 0 makes each anew.</summary>
    public int CacheMinutes { get; set; } = 10;

    /// <summary>Megabytes (1024 × 1024 bytes) that pages kept ready-made may take; those that nobody has asked for the longest go first.</summary>
    public int CacheMegabytes { get; set; } = 32;

    // A checkout is known by its solution; the database then stands at its root, wherever the command was given.
    private static string Home()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InfluenceBoard.sln"))) return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
