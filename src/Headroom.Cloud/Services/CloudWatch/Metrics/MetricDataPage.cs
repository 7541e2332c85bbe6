using System.Globalization;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>Cuts the results of GetMetricData into pages: of each as many values as fit, so that a page is one stretch of time of all of them.</summary>
internal static class MetricDataPage
{
    internal static bool IsToken(string token) => Skipped(token) is not null;

    /// <param name="results">Whole, in the order asked for.</param>
    /// <param name="token">What the last page gave; null asks for the first.</param>
    /// <param name="most">How many values a page has at most (but of each result at least one).</param>
    internal static GetMetricDataResponse Of(IReadOnlyList<MetricDataResult> results, string? token, int most)
    {
        var skip = token is null ? 0 : Skipped(token)!.Value;
        var take = Math.Max(1, most / Math.Max(1, results.Count));
        var more = results.Any(result => result.Values!.Count > skip + take);
        return new()
        {
            MetricDataResults = [.. results.Select(result => Cut(result, skip, take))],
            Messages = [],
            NextToken = more ? $"v{skip + take}" : null,
        };
    }

    private static MetricDataResult Cut(MetricDataResult result, int skip, int take) => result with
    {
        Timestamps = [.. result.Timestamps!.Skip(skip).Take(take)],
        Values = [.. result.Values!.Skip(skip).Take(take)],
        StatusCode = result.Values!.Count > skip + take ? "PartialData" : "Complete",
    };

    private static int? Skipped(string token) =>
        token.StartsWith('v') && int.TryParse(token.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var skipped) ? skipped : null;
}
