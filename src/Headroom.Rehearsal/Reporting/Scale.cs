namespace Headroom.Rehearsal.Reporting;

/// <summary>Round numbers on an axis.</summary>
internal static class Scale
{
    private const int MostSteps = 5;
    private static readonly double[] Round = [1, 2, 5, 10];

    /// <summary>The distance of two levels: 1, 2 or 5 times a power of ten, so that five reach <paramref name="most"/>.</summary>
    /// <param name="most">Above 0.</param>
    internal static double Step(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most / MostSteps)));
        return Round.First(step => step * power * MostSteps >= most) * power;
    }
}
