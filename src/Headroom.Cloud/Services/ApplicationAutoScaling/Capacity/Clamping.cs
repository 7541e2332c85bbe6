using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;

/// <summary>
/// Registering a target, or a scheduled action, moves a capacity that is outside [Min, Max] inside: the Dynamic flags of the suspended
/// state do not stop it (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html).
/// </summary>
internal static class Clamping
{
    /// <summary>Moves the capacity where it has to; a service that is not active is left alone.</summary>
    /// <param name="step">The running step.</param>
    /// <param name="target">The target with its new Min and Max.</param>
    /// <param name="desiredCount">The present capacity, or null where there is no active service.</param>
    internal static void Apply(Step step, ScalableTarget target, int? desiredCount)
    {
        if (desiredCount is { } now && Math.Clamp(now, target.MinCapacity, target.MaxCapacity) is var inside && inside != now)
        {
            var cause = inside > now ? $"minimum capacity was set to {target.MinCapacity}" : $"maximum capacity was set to {target.MaxCapacity}";
            ScalingActivities.SetCapacity(step, target, now, inside, cause);
        }
    }
}
