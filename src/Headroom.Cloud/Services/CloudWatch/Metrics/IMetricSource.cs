using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>Metrics that a room computes when somebody asks, instead of sending them every minute; what it can compute, it can foresee.</summary>
internal interface IMetricSource
{
    /// <summary>What the metric is computed from, told by its dimensions alone: when that changes, what was foreseen changes. Null for a metric of another kind.</summary>
    string? SubjectOf(Metric metric);

    /// <summary>Whether it computes this metric.</summary>
    bool Has(Step step, Metric metric);

    /// <summary>The metrics that have data.</summary>
    IEnumerable<Metric> All(Step step);

    /// <summary>The completed minutes that have data in [<paramref name="from"/>, <paramref name="to"/>), in order.</summary>
    IEnumerable<MetricPoint> Minutes(Step step, Metric metric, DateTimeOffset from, DateTimeOffset to);

    /// <summary>The minutes from the present one on, up to <paramref name="to"/>, if nothing changes.</summary>
    IEnumerable<MetricPoint> Expected(Step step, Metric metric, DateTimeOffset to);
}
