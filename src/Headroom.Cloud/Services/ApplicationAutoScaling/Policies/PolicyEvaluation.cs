using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>
/// CloudWatch repeats an alarm's scaling action every minute while it lasts. Here the target is evaluated in that rhythm only as long as
/// it could do something new; what changes its chances (a registration, running tasks, the end of a deployment) has it evaluated at the next minute.
/// </summary>
internal static class PolicyEvaluation
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);

    /// <summary>An alarm went into ALARM.</summary>
    internal static void Triggered(Step step, string targetKey)
    {
        Remember(step, targetKey, memory => memory with { Breaching = true, TriggeredAt = step.Now });
        Evaluate(step, targetKey);
    }

    /// <summary>Something changed that the policies may act on: they get the alarm's next repetition.</summary>
    internal static void Reconsider(Step step, string targetKey)
    {
        if (Memory(step, targetKey) is { Breaching: true } memory)
        {
            step.WakeAt(AutoScalingService.Name, AutoScalingDynamics.PoliciesWake(targetKey), NextRepetition(step, memory, step.Now));
        }
    }

    /// <summary>Evaluates the target's policies now.</summary>
    internal static void Evaluate(Step step, string targetKey)
    {
        if (step.Table(AutoScalingState.Targets).Find(targetKey) is not { } target
            || CurrentCapacity.Read(step, target.ResourceId) is not { Status: "ACTIVE", DesiredCount: { } desired, RunningCount: { } running } service)
        {
            return;
        }

        var memory = Memory(step, targetKey);
        var asked = PolicyProposals.Of(step, targetKey, running, memory);
        if (memory.Breaching != asked.Breaching)
        {
            Remember(step, targetKey, before => before with { Breaching = asked.Breaching, NotScaled = null });
        }

        var deploying = service.Deployments is { Count: > 0 } deployments && deployments[0].RolloutState == "IN_PROGRESS";
        var decision = ScalingDecision.Make(target, desired, running, deploying, asked.Proposals, asked.TrackersAgreeOnIn, memory, step.Now);
        Apply(step, target, targetKey, desired, running, decision);
        var after = Memory(step, targetKey);
        if (asked.Breaching && NextEvaluation.Of(step, decision, asked.Proposals, after, desired, running) is { } next)
        {
            step.WakeAt(AutoScalingService.Name, AutoScalingDynamics.PoliciesWake(targetKey), NextRepetition(step, after, next));
        }
    }

    private static void Apply(Step step, ScalableTarget target, string targetKey, int desired, int running, ScalingDecision decision)
    {
        switch (decision)
        {
            case ScalingDecision.Scale scale:
                ScalingActivities.SetCapacity(step, target, desired, scale.Capacity, scale.Proposal.Cause);
                var until = step.Now + scale.Proposal.Cooldown;
                Remember(step, targetKey, memory => scale.Proposal.IsScaleOut
                    ? memory with { ScaleOut = new(InCooldown(step, memory)?.From ?? running, scale.Capacity, until), NoScaleInBefore = null, NotScaled = null }
                    : memory with { NoScaleInBefore = until, NotScaled = null });
                break;
            case ScalingDecision.NotScaled not when not.Reason.Code != Memory(step, targetKey).NotScaled:
                ScalingActivities.NotScaled(step, target, not.Proposal.Cause, not.Reason);
                Remember(step, targetKey, memory => memory with { NotScaled = not.Reason.Code });
                break;
        }
    }

    // The first repetition at or after a time, but never now.
    private static DateTimeOffset NextRepetition(Step step, ScalingMemory memory, DateTimeOffset time)
    {
        var next = memory.TriggeredAt + (Rhythm * Math.Ceiling((time - memory.TriggeredAt) / Rhythm));
        return next > step.Now ? next : next + Rhythm;
    }

    private static LastScaleOut? InCooldown(Step step, ScalingMemory memory) => memory.ScaleOut is { } last && last.Until > step.Now ? last : null;

    private static ScalingMemory Memory(Step step, string targetKey) => step.Table(AutoScalingState.Memories).Find(targetKey) ?? new();

    private static void Remember(Step step, string targetKey, Func<ScalingMemory, ScalingMemory> change) =>
        step.Table(AutoScalingState.Memories).Put(targetKey, change(Memory(step, targetKey)));
}
