using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>Looks ahead at metrics that can be foreseen.</summary>
internal static class MetricForecast
{
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    /// <summary>
    /// When the first minute will be complete whose value is above (or below) the limit, if nothing else changes; within an hour, so that
    /// nothing is missed. Now, for a metric that cannot be foreseen.
    /// </summary>
    internal static DateTimeOffset FirstBeyond(Step step, Metric metric, string statistic, double limit, bool above)
    {
        if (MetricSources.For(step, metric) is not { } source)
        {
            return step.Now;
        }

        foreach (var point in source.Expected(step, metric, step.Now + Horizon))
        {
            if (Statistics.Of(point, statistic) is { } value && (above ? value > limit : value < limit))
            {
                return point.Start.AddMinutes(1);
            }
        }

        return step.Now + Horizon;
    }
}
