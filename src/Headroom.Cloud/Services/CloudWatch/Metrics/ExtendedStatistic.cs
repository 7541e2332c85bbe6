using System.Globalization;
using System.Text.RegularExpressions;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>
/// A statistic of how the samples are distributed (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html):
/// <list type="table">
/// <item><term>p99</term><description>percentile</description></item>
/// <item><term>tm99, TM(10%:90%), TM(80:500)</term><description>trimmed mean: of the samples between the bounds</description></item>
/// <item><term>wm99, WM(10%:90%)</term><description>winsorized mean: samples beyond a bound count as the bound</description></item>
/// <item><term>tc99, TC(10%:90%)</term><description>how many samples lie between the bounds</description></item>
/// <item><term>ts99, TS(10%:90%)</term><description>their sum</description></item>
/// <item><term>PR(100:300)</term><description>what percentage of the samples lies between the bounds</description></item>
/// <item><term>IQM</term><description>interquartile mean, TM(25%:75%)</description></item>
/// </list>
/// A bound is a value or, with %, a percentile; the lower one is exclusive, the upper one inclusive.
/// </summary>
internal sealed partial record ExtendedStatistic(string Kind, double? Low, double? High, bool Percent)
{
    /// <summary>Reads a statistic's name; null where it is none.</summary>
    internal static ExtendedStatistic? Parse(string name)
    {
        if (name.Equals("IQM", StringComparison.OrdinalIgnoreCase))
        {
            return new("TM", 25, 75, Percent: true);
        }

        if (Short().Match(name) is { Success: true } one)
        {
            return Percentage(Number(one, "high")) is { } upper ? new(one.Groups["kind"].Value.ToUpperInvariant(), null, upper, Percent: true) : null;
        }

        var match = Ranged().Match(name);
        var (kind, percent) = (match.Groups["kind"].Value.ToUpperInvariant(), match.Groups["percent"].Success);
        return (Number(match, "low"), Number(match, "high")) switch
        {
            (null, null) => null,
            ({ } low, { } high) when low >= high => null,
            var (low, high) when percent && (kind == "PR" || low > 100 || high > 100) => null,
            var (low, high) => new(kind, low, high, percent),
        };
    }

    /// <summary>The statistic of one or more samples, in order of size; null where none lies between the bounds.</summary>
    internal double? Of(IReadOnlyList<double> sorted)
    {
        if (Kind == "P")
        {
            return Percentile(sorted, High!.Value);
        }

        var inside = Percent ? sorted.Skip(Rank(sorted, Low ?? 0)).Take(Rank(sorted, High ?? 100) - Rank(sorted, Low ?? 0)) : sorted.Where(IsInside);
        var samples = inside.ToList();
        return Kind switch
        {
            "TC" => samples.Count,
            "TS" => samples.Sum(),
            "PR" => 100.0 * samples.Count / sorted.Count,
            _ when samples.Count == 0 => null,
            "WM" => sorted.Average(sample => Math.Clamp(sample, Percent ? samples[0] : Low ?? sorted[0], Percent ? samples[^1] : High ?? sorted[^1])),
            _ => samples.Average(),
        };
    }

    private static double Percentile(IReadOnlyList<double> sorted, double percent) => sorted[Math.Clamp(Rank(sorted, percent) - 1, 0, sorted.Count - 1)];

    private static int Rank(IReadOnlyList<double> sorted, double percent) => (int)Math.Ceiling((percent / 100 * sorted.Count) - 1e-9);

    private static double? Percentage(double? value) => value is >= 0 and <= 100 ? value : null;

    private static double? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var text } ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private bool IsInside(double sample) => (Low is not { } low || sample > low) && (High is not { } high || sample <= high);

    [GeneratedRegex(@"^(?<kind>p|tm|wm|tc|ts)(?<high>\d+(\.\d+)?)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Short();

    [GeneratedRegex(@"^(?<kind>TM|WM|TC|TS|PR)\((?<low>\d+(\.\d+)?)?(?<percent>%)?:(?<high>\d+(\.\d+)?)?(?<percent>%)?\)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Ranged();
}
