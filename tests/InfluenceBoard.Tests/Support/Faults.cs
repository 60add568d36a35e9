namespace InfluenceBoard.Tests.Support;

/// <summary>Fails with every fault in words, where a comparison of lists would show the first few letters.</summary>
public static class Faults
{
    private const int Shown = 60;

    /// <summary>Fails when there is any.</summary>
    public static void None<T>(IEnumerable<T> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all.Take(Shown).Select(f => f?.ToString()).Prepend($"{all.Count} faults:")));
    }
}
