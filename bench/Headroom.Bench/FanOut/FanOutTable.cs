using System.Globalization;
using System.Text;

namespace Headroom.Bench.FanOut;

/// <summary>One notification for many services, against what AWS's buckets allow.</summary>
internal static class FanOutTable
{
    /// <summary>The table, in Markdown.</summary>
    /// <param name="services">How many services.</param>
    internal static string Of(int services)
    {
        var (one, many) = (FanOutRun.Of(1), FanOutRun.Of(services));
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"One notification for {services} services: cloud time from its publication to the last service.");
        text.AppendLine();
        text.AppendLine("| until the last | took | the buckets allow | ratio |");
        text.AppendLine("|---|---|---|---|");
        text.AppendLine(Row("scale-in is paused", many.Paused, one.Paused, services));
        text.AppendLine(Row("desired count is at its maximum", many.AtMax, one.AtMax, services));
        text.AppendLine();
        text.AppendLine("| until the last is at its maximum | burst | per second | served | refused or delayed |");
        text.AppendLine("|---|---|---|---|---|");
        foreach (var bucket in Bucket.All)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {bucket.Name} | {bucket.Rate.Burst} | {bucket.Rate.PerSecond} | {bucket.Sum(many.AtMax.Answered)} | {bucket.Sum(many.AtMax.Throttled)} |");
        }

        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Outcomes: {string.Join(", ", many.Outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}"))}.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Left an hour later: {many.Left.Suspended} suspended targets, {many.Left.Records} records of holds.");
        return text.ToString();
    }

    /// <summary>No sooner than a service alone, and the slowest bucket for the calls that one service alone needs, for each of them.</summary>
    private static string Row(string what, Milestone many, Milestone one, int services)
    {
        var allowed = one.Took + Bucket.All.Max(bucket => bucket.Serves(bucket.Sum(one.Answered) * services));
        return string.Create(CultureInfo.InvariantCulture, $"| {what} | {many.Took?.TotalSeconds:0.0} s | {allowed?.TotalSeconds:0.0} s | {many.Took / allowed:0.00} |");
    }
}
