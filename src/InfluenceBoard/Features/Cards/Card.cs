namespace InfluenceBoard.Features.Cards;

/// <summary>What a preview card says and shows.</summary>
/// <param name="Board">The board's name.</param>
/// <param name="Kind">Kind of view: "Country".</param>
/// <param name="Title">Title of the view.</param>
/// <param name="Sentence">Filter or description, one sentence.</param>
/// <param name="Facts">Two to four headline figures.</param>
/// <param name="Foot">Left and right of the foot: path, and moment with the number of sources.</param>
/// <param name="Language">Language of the page: which forms Chinese characters have.</param>
public sealed record Card(string Board, string Kind, CardText Title, string Sentence, IReadOnlyList<(string Label, string Value)> Facts, (string Left, string Right) Foot, string Language)
{
    /// <summary>Names of the record in their own languages; empty for most.</summary>
    public IReadOnlyList<CardText> Originals { get; init; } = [];
    /// <summary>The picture; null for the mark alone.</summary>
    public CardPicture? Picture { get; init; }
}

/// <summary>A text with its BCP 47 tag.</summary>
public sealed record CardText(string Text, string Language);

/// <summary>The picture of a card.</summary>
/// <param name="Caption">What its shades or bars stand for.</param>
public abstract record CardPicture(string Caption);

/// <summary>A map of shaded countries, with bars below where there are any.</summary>
/// <param name="Shapes">Countries by code.</param>
/// <param name="Points">Longitude and latitude of marks.</param>
/// <param name="Around">Codes of the countries that the map shows whole; empty for the region.</param>
public sealed record CardMap(string Caption, IReadOnlyDictionary<string, CardShape> Shapes, IReadOnlyList<CardBar> Bars, IReadOnlyList<(double Longitude, double Latitude)> Points, IReadOnlyList<string> Around) : CardPicture(Caption);

/// <summary>How a country stands on a map.</summary>
/// <param name="Share">Shade, 0 to 1; null for the colour of the actor.</param>
/// <param name="Label">Words on it; null for none.</param>
/// <param name="At">Longitude and latitude of the words.</param>
public sealed record CardShape(double? Share, string? Label = null, (double Longitude, double Latitude) At = default);

/// <summary>A line of a picture: a party, how long its bar is, and its words.</summary>
/// <param name="ActorId">Actor whose colour and shape it has; null for none.</param>
/// <param name="Share">Length, 0 to 1; null for words without a bar.</param>
public sealed record CardBar(string Label, string Value, string? ActorId, double? Share);

/// <summary>A grid of countries by actors.</summary>
/// <param name="Actors">Ids and names of the columns.</param>
public sealed record CardGrid(string Caption, IReadOnlyList<(string Id, string Name)> Actors, IReadOnlyList<(string Name, IReadOnlyList<(double? Share, string Text)> Cells)> Lines) : CardPicture(Caption);

/// <summary>Bars alone.</summary>
public sealed record CardBars(string Caption, IReadOnlyList<CardBar> Bars) : CardPicture(Caption);
