using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>What a metric's data say of one minute.</summary>
/// <param name="Minute">The minute's beginning.</param>
/// <param name="Count">How many samples.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="Unit">Their unit.</param>
/// <param name="Values">The samples themselves, where they were given one by one: percentiles need them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MinutePoint(DateTimeOffset Minute, double Count, double Sum, double Minimum, double Maximum, string? Unit, ImmutableArray<double> Values)
{
    private const int MostValues = 1000;

    internal static MinutePoint Of(DateTimeOffset time, double value, string? unit) => new(FloorOf(time), 1, value, value, value, unit, [value]);

    internal static DateTimeOffset FloorOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    internal MinutePoint And(MinutePoint other) => this with
    {
        Count = Count + other.Count,
        Sum = Sum + other.Sum,
        Minimum = Math.Min(Minimum, other.Minimum),
        Maximum = Math.Max(Maximum, other.Maximum),
        Values = Values.Length + other.Values.Length <= MostValues ? [.. Values, .. other.Values] : Values,
    };
}
