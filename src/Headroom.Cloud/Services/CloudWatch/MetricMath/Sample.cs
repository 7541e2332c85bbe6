using System.Runtime.InteropServices;

namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>A value of a time series.</summary>
/// <param name="Time">The beginning of its period.</param>
/// <param name="Value">A finite number.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sample(DateTimeOffset Time, double Value);
