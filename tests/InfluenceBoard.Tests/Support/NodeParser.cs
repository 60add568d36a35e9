using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace InfluenceBoard.Tests.Support;

/// <summary>Parsers of other people, in tests/parsers: each reads a text and prints what it understood as JSON.</summary>
public static class NodeParser
{
    /// <summary>Gives a text to a script, named with its extension.</summary>
    public static async Task<JsonNode> ReadAsync(string script, string text)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "parsers", script)]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8 })!;
        var output = node.StandardOutput.ReadToEndAsync(cancel);
        var error = node.StandardError.ReadToEndAsync(cancel);
        await node.StandardInput.WriteAsync(text.AsMemory(), cancel);
        node.StandardInput.Close();
        await node.WaitForExitAsync(cancel);
        Assert.True(node.ExitCode == 0, await error);
        return JsonNode.Parse(await output)!;
    }
}
