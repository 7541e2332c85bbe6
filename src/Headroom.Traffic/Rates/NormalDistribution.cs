namespace Headroom.Traffic.Rates;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>
    /// The probability of a value below <paramref name="z"/>, within 7.5e-8 (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17).
    /// </summary>
    internal static double Below(double z)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(z)));
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        var above = density * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return z >= 0 ? 1 - above : above;
    }
}
