using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluenceBoard.App;

/// <summary>The reader's theme. It is kept in a cookie, so that the server sends the right page at once and nothing flashes; without JavaScript it is a form.</summary>
public static class Preferences
{
    public static void MapPreferences(this WebApplication app) => app.MapPost("/preferences/theme", async (HttpContext context) =>
    {
        if (!context.Request.HasFormContentType) return Results.Text("This address takes the form of the theme switch: theme=light, theme=dark or theme=auto.", statusCode: StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string? theme = form["theme"], back = form["return"];
        var options = new CookieOptions { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true };
        if (theme is "light" or "dark") context.Response.Cookies.Append(Reading.ThemeCookie, theme, options);
        else context.Response.Cookies.Delete(Reading.ThemeCookie, options);
        // Only a path of this board: anything else would lead a reader elsewhere.
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) ? back : "/");
    });
}
