using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace InfluenceBoard.Seeding;

/// <summary>A YAML file as JSON, with the line of every value, so that a fault can be named by file and line.</summary>
public sealed class YamlDocument : SeedDocument
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    private YamlDocument(string file) => File = file;

    /// <summary>Path inside the seeds folder.</summary>
    public string File { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="SeedException">The text is not YAML; file and line are named.</exception>
    public static YamlDocument Read(string root, string file)
    {
        var document = new YamlDocument(file);
        var stream = new YamlStream();
        using var reader = System.IO.File.OpenText(Path.Combine(root, file));
        var parser = new Parser(reader);
        try
        {
            stream.Load(parser);
        }
        // The library's scanner also throws InvalidOperationException on some broken plain scalars.
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            var line = e is YamlException y ? y.Start.Line : parser.Current?.End.Line ?? 1;
            throw new SeedException([new SeedFault(file, (int)line, "(file)", $"is not valid YAML: {e.InnerException?.Message ?? e.Message}")]);
        }
        if (stream.Documents.Count > 0) document.Json = document.Convert(stream.Documents[0].RootNode, "");
        return document;
    }

    public override SeedPosition PositionOf(string path) => new(File, LineOf(path));

    private int LineOf(string path)
    {
        while (true)
        {
            if (lines.TryGetValue(path, out var line)) return line;
            var cut = path.LastIndexOfAny(['.', '[']);
            if (cut <= 0) return lines.GetValueOrDefault("", 1);
            path = path[..cut];
        }
    }

    private JsonNode? Convert(YamlNode node, string path)
    {
        lines[path] = (int)node.Start.Line;
        switch (node)
        {
            case YamlSequenceNode sequence:
                var array = new JsonArray();
                for (var i = 0; i < sequence.Children.Count; i++) array.Add(Convert(sequence.Children[i], $"{path}[{i}]"));
                return array;
            case YamlMappingNode mapping:
                var record = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                {
                    if (key is not YamlScalarNode { Value: { } name })
                        throw new SeedException([new SeedFault(File, (int)key.Start.Line, "(file)", "the name of a field must be a word.")]);
                    record[name] = Convert(value, path == "" ? name : $"{path}.{name}");
                    lines[path == "" ? name : $"{path}.{name}"] = (int)key.Start.Line;
                }
                return record;
            case YamlScalarNode scalar:
                return Scalar(scalar);
            default:
                return null;
        }
    }

    // YAML 1.2 core schema, as far as the seed files need it: only plain scalars are anything but text.
    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain) return JsonValue.Create(text);
        if (text is "" or "~" or "null") return null;
        if (text is "true" or "false") return JsonValue.Create(text == "true");
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return JsonValue.Create(whole);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(SeedJson.Plain(number)) : JsonValue.Create(text);
    }
}
