using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>What the policies of a target come to.</summary>
internal abstract record ScalingDecision
{
    private ScalingDecision()
    {
    }

    /// <summary>Set the desired count to <paramref name="Capacity"/>.</summary>
    internal sealed record Scale(Proposal Proposal, int Capacity) : ScalingDecision;

    /// <summary>Nothing to do, for a reason that is recorded.</summary>
    internal sealed record NotScaled(Proposal Proposal, NotScaledReason Reason) : ScalingDecision;

    /// <summary>Nothing may be done before a cooldown is over.</summary>
    internal sealed record Wait(DateTimeOffset Until) : ScalingDecision;

    /// <summary>Nothing to do until something else changes.</summary>
    internal sealed record Nothing : ScalingDecision;

    /// <summary>
    /// Decides:
    /// <list type="table">
    /// <item><term>any policy wants out</term><description>the largest capacity wins; suspended: nothing; within the cooldown: only if it is larger than what the last one set</description></item>
    /// <item><term>none wants out, and every target tracking policy with scale-in wants in</term><description>the largest capacity wins; suspended, or a deployment under way: nothing; not before the cooldown is over</description></item>
    /// <item><term>else</term><description>nothing</description></item>
    /// </list>
    /// The capacity is kept within [Min, Max]. The capacity that policies start from is the running count, so that what is set may be below a
    /// desired count that somebody set by hand (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html).
    /// </summary>
    internal static ScalingDecision Make(
        ScalableTarget target, int desired, int running, bool deploying, IReadOnlyList<Proposal> proposals, bool trackersAgreeOnIn, ScalingMemory memory, DateTimeOffset now)
    {
        var outwards = proposals.Where(proposal => proposal.IsScaleOut).MaxBy(proposal => proposal.Capacity);
        if (outwards is not null)
        {
            return target.SuspendedState?.DynamicScalingOutSuspended == true ? new Nothing() : Out(target, desired, running, outwards, memory, now);
        }

        var inwards = proposals.MaxBy(proposal => proposal.Capacity);
        return inwards is null || !trackersAgreeOnIn || deploying || target.SuspendedState?.DynamicScalingInSuspended == true
            ? new Nothing()
            : In(target, desired, inwards, memory, now);
    }

    private static ScalingDecision Out(ScalableTarget target, int desired, int running, Proposal proposal, ScalingMemory memory, DateTimeOffset now)
    {
        if (desired >= target.MaxCapacity)
        {
            return new NotScaled(proposal, new() { Code = "AlreadyAtMaxCapacity", MaxCapacity = target.MaxCapacity });
        }

        // From below the minimum it goes to the minimum first, and further the next time.
        var capacity = desired < target.MinCapacity ? target.MinCapacity : Math.Clamp(proposal.Capacity, target.MinCapacity, target.MaxCapacity);
        if (capacity == desired || capacity <= Math.Min(running, desired))
        {
            return new NotScaled(proposal, new() { Code = "AlreadyAtDesiredCapacity", CurrentCapacity = desired });
        }

        return memory.ScaleOut is { } last && last.Until > now && capacity <= last.To ? new Wait(last.Until) : new Scale(proposal, capacity);
    }

    private static ScalingDecision In(ScalableTarget target, int desired, Proposal proposal, ScalingMemory memory, DateTimeOffset now)
    {
        if (desired <= target.MinCapacity)
        {
            return new NotScaled(proposal, new() { Code = "AlreadyAtMinCapacity", MinCapacity = target.MinCapacity });
        }

        var capacity = desired > target.MaxCapacity ? target.MaxCapacity : Math.Clamp(proposal.Capacity, target.MinCapacity, target.MaxCapacity);
        if (capacity >= desired)
        {
            return new NotScaled(proposal, new() { Code = "AlreadyAtDesiredCapacity", CurrentCapacity = desired });
        }

        return memory.NoScaleInBefore is { } before && before > now ? new Wait(before) : new Scale(proposal, capacity);
    }
}
