namespace InfluenceBoard.Bench.Generation;

/// <summary>Numbers by chance that are the same on every machine and for every order of work: SplitMix64, begun from a seed and what is being made. A copy goes on from where it was copied.</summary>
public struct Rng(ulong state)
{
    private ulong state = state;

    /// <summary>Begins for one thing.</summary>
    public static Rng Of(int seed, int stream, long index) => new(Mix((ulong)seed * 0x9E3779B97F4A7C15 + (ulong)stream * 0xD1B54A32D192ED03 + (ulong)index * 0x8CB92BA72F3D8DD7));

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1ul << 53));

    /// <summary>From 0 up to, not including, <paramref name="below"/>.</summary>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <summary>Whether something happens that has this share.</summary>
    public bool Happens(double share) => Share() < share;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>A factor around 1, as often half as double.</summary>
    public double Factor() => Math.Exp((Share() + Share() + Share() - 1.5) * 1.6);

    /// <summary>Scrambles 64 bits; no two numbers give the same.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
