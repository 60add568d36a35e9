using System.Globalization;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace InfluenceBoard.App;

/// <summary>An answer as it was sent: its headers, and its body once, compressed.</summary>
/// <param name="turn">Where the board stood before the answer was made.</param>
/// <param name="made">When it was made.</param>
/// <param name="until">From when on it is no longer good, whatever the board does.</param>
/// <param name="headers">Its headers, without those that the server writes.</param>
/// <param name="body">Its body.</param>
public sealed class KeptPage(long turn, DateTimeOffset made, DateTimeOffset until, KeyValuePair<string, StringValues>[] headers, byte[] body)
{
    // What the objects around the bytes take, about.
    private const int Around = 512;

    private static readonly string[] OfTheServer = ["Server", "Connection", "Transfer-Encoding", "Content-Length", "Age"], OfTheBody = ["Content-Encoding", "Content-Type", "Content-Disposition"];

    private readonly string? tag = headers.FirstOrDefault(h => h.Key.Equals("ETag", StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Where the board stood before it was made.</summary>
    public long Turn => turn;

    /// <summary>Bytes that it takes in memory, about.</summary>
    public long Bytes { get; } = Around + body.Length + headers.Sum(h => sizeof(char) * h.Value.ToString().Length);

    /// <summary>When it was last asked for, in ticks.</summary>
    public long Used { get; private set; } = made.UtcTicks;

    /// <summary>Headers that are kept of an answer that has begun.</summary>
    public static KeyValuePair<string, StringValues>[] Keepable(IHeaderDictionary headers) => [.. headers.Where(h => !OfTheServer.Contains(h.Key, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Whether it says what the board would say now.</summary>
    public bool IsGood(long board, DateTimeOffset now) => board == turn && now >= made && now < until;

    /// <summary>Answers with it.</summary>
    public Task SendAsync(HttpContext context, DateTimeOffset now)
    {
        Used = now.UtcTicks;
        var response = context.Response;
        var isKnown = tag is not null && IsKnown(context.Request.GetTypedHeaders());
        foreach (var (name, value) in headers)
            if (!isKnown || !OfTheBody.Contains(name, StringComparer.OrdinalIgnoreCase)) response.Headers[name] = value;
        response.Headers.Age = ((long)(now - made).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (isKnown)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }

    private bool IsKnown(RequestHeaders asked) => asked.IfNoneMatch.Any(t => t == EntityTagHeaderValue.Any || t.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
