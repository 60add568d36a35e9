namespace InfluenceBoard.Tests.Support;

/// <summary>Where the checkout stands.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Upward("InfluenceBoard.sln") is { } solution ? Path.GetDirectoryName(solution)! : throw new InvalidOperationException("The tests are run from within the checkout.");

    /// <summary>The seed files.</summary>
    public static string Seeds => Path.Combine(Root, "seeds");

    /// <summary>The program's own sources.</summary>
    public static string Source => Path.Combine(Root, "src", "InfluenceBoard");

    /// <summary>The documents that were read for the seeds; they lie beside the checkout and not in it, so they can be missing.</summary>
    public static string? Documents { get; } = Upward(Path.Combine("shared", "documents"));

    /// <summary>The text of a file of the checkout.</summary>
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>Files below a folder of the checkout, build output left out, as paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "dist") && extensions.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    private static string? Upward(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Exists(Path.Combine(folder.FullName, name))) return Path.Combine(folder.FullName, name);
        return null;
    }
}
