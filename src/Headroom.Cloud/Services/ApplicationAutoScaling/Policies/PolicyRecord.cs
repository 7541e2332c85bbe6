using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>A scaling policy.</summary>
internal sealed record PolicyRecord(ScalingPolicy Policy)
{
    internal static string KeyOf(string targetKey, string name) => AutoScalingState.Of(targetKey) + name;
}
