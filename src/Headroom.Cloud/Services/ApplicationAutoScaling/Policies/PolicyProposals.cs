using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>Asks each policy of a target what it would do now.</summary>
/// <param name="Breaching">Whether any alarm of any policy is in ALARM.</param>
/// <param name="Proposals">What the triggered policies want.</param>
/// <param name="TrackersAgreeOnIn">Whether all target tracking policies that may scale in want to.</param>
internal sealed record PolicyProposals(bool Breaching, IReadOnlyList<Proposal> Proposals, bool TrackersAgreeOnIn)
{
    internal static PolicyProposals Of(Step step, string targetKey, int running, ScalingMemory memory)
    {
        // During the cooldown of a scale-out, what it added counts as part of the next one: that starts from where the last one started.
        var start = memory.ScaleOut is { } last && last.Until > step.Now ? last.From : running;
        var (breaching, agree) = (false, true);
        var proposals = new List<Proposal>();
        foreach (var policy in step.Table(AutoScalingState.Policies).WithPrefix(AutoScalingState.Of(targetKey)).Select(record => record.Policy))
        {
            var alarms = AlarmReading.Of(step, policy).Where(alarm => alarm.StateValue == "ALARM" && alarm.ActionsEnabled != false).ToList();
            breaching |= alarms.Count > 0;
            if (policy.TargetTrackingScalingPolicyConfiguration is { } tracking)
            {
                var proposal = Track(step, policy, tracking, alarms, start, running);
                agree &= tracking.DisableScaleIn == true || proposal is { IsScaleOut: false };
                proposals.AddRange(proposal is null ? [] : [proposal]);
            }
            else
            {
                proposals.AddRange(alarms.Select(alarm => Step(step, policy, alarm, start)).OfType<Proposal>());
            }
        }

        return new(breaching, proposals, agree);
    }

    private static Proposal? Track(Step step, ScalingPolicy policy, TargetTrackingScalingPolicyConfiguration tracking, IReadOnlyList<MetricAlarm> alarms, int start, int running)
    {
        if (alarms is not [var alarm, ..] || AlarmReading.Latest(step, alarm) is not { } metric)
        {
            return null;
        }

        var isOut = alarm.AlarmName!.Contains("-AlarmHigh-", StringComparison.Ordinal);
        var capacity = isOut ? TargetTracking.Out(start, metric, tracking.TargetValue) : TargetTracking.In(running, metric, tracking.TargetValue);
        var cooldown = Seconds(isOut ? tracking.ScaleOutCooldown : tracking.ScaleInCooldown);
        return new(Proposal.CauseOf(alarm.AlarmName, policy.PolicyName), capacity, isOut, cooldown) { Tracked = new(alarm, tracking.TargetValue) };
    }

    private static Proposal? Step(Step step, ScalingPolicy policy, MetricAlarm alarm, int start)
    {
        var configuration = policy.StepScalingPolicyConfiguration!;
        if (AlarmReading.Latest(step, alarm) is not { } metric)
        {
            return null;
        }

        return StepScaling.Capacity(start, configuration, alarm.Threshold!.Value, metric) is { } capacity && capacity != start
            ? new(Proposal.CauseOf(alarm.AlarmName!, policy.PolicyName), capacity, capacity > start, Seconds(configuration.Cooldown))
            : null;
    }

    private static TimeSpan Seconds(int? cooldown) => cooldown is { } seconds ? TimeSpan.FromSeconds(seconds) : Proposal.DefaultCooldown;
}
