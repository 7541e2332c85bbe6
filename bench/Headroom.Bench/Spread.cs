using System.Globalization;

namespace Headroom.Bench;

/// <summary>Minimum, median and maximum of some milliseconds.</summary>
internal sealed record Spread(double Minimum, double Median, double Maximum)
{
    internal static Spread Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        return new(sorted[0], sorted[sorted.Count / 2], sorted[^1]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"min {Minimum,7:0} ms   median {Median,7:0} ms   max {Maximum,7:0} ms");
}
