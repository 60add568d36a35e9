using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>Markup of what a page has hundreds of, written straight into text. What stands literally in a template is markup; what is put into its gaps is encoded. A component for each part of a row would cost more than all the rest
/// of the page.</summary>
/// <remarks>The gaps of a template are filled from left to right, so a part of the markup may be written by a call in a gap: <c>$"&lt;td&gt;{pen.Status(html, row)}&lt;/td&gt;"</c>.</remarks>
public sealed class Html(HtmlEncoder encoder)
{
    // As much as a text may have without being kept among the large objects.
    private const int Piece = 16 * 1024;

    private readonly List<string> pieces = [];
    private char[] buffer = ArrayPool<char>.Shared.Rent(Piece);
    private int length;

    /// <summary>Writes a template.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] Template template) => this;

    /// <summary>Writes markup that stands as it is.</summary>
    public Html Markup(string markup)
    {
        for (var rest = markup.AsSpan(); !rest.IsEmpty;)
        {
            if (length == buffer.Length) Cut();
            var part = rest[..Math.Min(rest.Length, buffer.Length - length)];
            part.CopyTo(buffer.AsSpan(length));
            length += part.Length;
            rest = rest[part.Length..];
        }
        return this;
    }

    /// <summary>Writes text.</summary>
    public Html Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // What is left of the text when the room ends is written after a cut; no letter needs more than a whole buffer.
            encoder.Encode(text, buffer.AsSpan(length), out var read, out var written);
            length += written;
            text = text[read..];
            if (!text.IsEmpty) Cut();
        }
        return this;
    }

    /// <summary>Writes an attribute with the space before it; nothing when it has no value.</summary>
    public Html Attribute(string name, string? value) => value is null ? this : Markup(" ").Markup(name).Markup("=\"").Text(value).Markup("\"");

    /// <summary>Ends the markup, to be put into a page.</summary>
    public RenderFragment End()
    {
        Cut();
        ArrayPool<char>.Shared.Return(buffer);
        buffer = [];
        return builder =>
        {
            foreach (var piece in pieces) builder.AddMarkupContent(0, piece);
        };
    }

    private void Cut()
    {
        if (length > 0) pieces.Add(new string(buffer, 0, length));
        length = 0;
    }

    /// <summary>A template with its gaps. They take text, whole numbers, and markup that was written by the call that stands in the gap.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template
    {
        private readonly Html html;

        public Template(int literalLength, int formattedCount, Html html) => this.html = html;

        public void AppendLiteral(string markup) => html.Markup(markup);

        public void AppendFormatted(string? text) => html.Text(text);

        public void AppendFormatted(LocalizedString text) => html.Text(text.Value);

        public void AppendFormatted(int number)
        {
            Span<char> digits = stackalloc char[11];
            number.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
            html.Text(digits[..count]);
        }

        public void AppendFormatted(Html written) { }
    }
}
