namespace InfluenceBoard.Bench;

/// <summary>Where things stand.</summary>
public static class Checkout
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The benchmarks' folder.</summary>
    public static string Bench => Path.Combine(Root, "benchmarks");

    /// <summary>Generated boards and packages; git does not know it.</summary>
    public static string Data => Directory.CreateDirectory(Path.Combine(Bench, "data")).FullName;

    /// <summary>The seed files.</summary>
    public static string Seeds => Path.Combine(Root, "seeds");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "InfluenceBoard.sln"))) return folder.FullName;
        throw new InvalidOperationException("The benchmarks are run from within the checkout.");
    }
}
