namespace Headroom.States.Data;

/// <summary>
/// Random numbers of one execution: the n-th drawn depends on the execution's seed and n alone, so that a replay draws the same.
/// </summary>
internal sealed class Randomness(ulong seed, long drawn)
{
    /// <summary>How many were drawn.</summary>
    public long Drawn { get; private set; } = drawn;

    /// <summary>The next 64 random bits.</summary>
    public ulong Next() => Mixed(seed + (0x9E3779B97F4A7C15 * (ulong)++Drawn));

    /// <summary>The next number from 0 up to, not including, 1.</summary>
    public double NextFraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>SplitMix64: spreads bits that are close together.</summary>
    public static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
