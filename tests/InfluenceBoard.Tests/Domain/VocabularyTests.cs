using InfluenceBoard.Domain;

namespace InfluenceBoard.Tests.Domain;

public sealed class VocabularyTests
{
    [Fact]
    public void Of_CompoundName_IsKebabCase() =>
        Assert.Equal(("up-to", "actor-to-host", "under-discussion", "competes-with", "A"),
            (Word.Of(Qualifier.UpTo), Word.Of(Direction.ActorToHost), Word.Of(Status.UnderDiscussion), Word.Of(Relation.CompetesWith), Word.Of(Reliability.A)));

    [Theory]
    [InlineData("PLEDGE", Rung.Pledge)]
    [InlineData(" pledge ", Rung.Pledge)]
    [InlineData("promise", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Parse_Word_IsFoundInAnyCaseAndNothingElse(string? word, Rung? expected) => Assert.Equal(expected, Word.Parse<Rung>(word));

    [Fact]
    public void All_Rungs_StandInTheOrderOfTheLadder() => Assert.Equal(["target", "pledge", "signed", "commitment", "disbursed", "completed", "lapsed"], Word.All<Rung>());
}
