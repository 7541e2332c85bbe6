using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>What a metric's data say of one minute, or of one second where its data have that resolution.</summary>
/// <param name="Start">The beginning of the minute or the second.</param>
/// <param name="Count">How many samples.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="Unit">Their unit.</param>
/// <param name="Values">The samples themselves, where they were given one by one: percentiles need them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MetricPoint(DateTimeOffset Start, double Count, double Sum, double Minimum, double Maximum, string? Unit, ImmutableArray<double> Values)
{
    private const int MostValues = 1000;

    /// <summary>The same time without what is finer than the resolution: 1 or 60 seconds.</summary>
    internal static DateTimeOffset FloorOf(DateTimeOffset time, int resolution) => new(time.UtcTicks - (time.UtcTicks % (TimeSpan.TicksPerSecond * resolution)), TimeSpan.Zero);

    internal MetricPoint And(MetricPoint other) => this with
    {
        Count = Count + other.Count,
        Sum = Sum + other.Sum,
        Minimum = Math.Min(Minimum, other.Minimum),
        Maximum = Math.Max(Maximum, other.Maximum),
        Values = Values.Length + other.Values.Length <= MostValues ? [.. Values, .. other.Values] : Values,
    };
}
