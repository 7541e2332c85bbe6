using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Cloud.Services.CloudWatch.Metrics;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>
/// When a target's policies could next do something new, as long as only time passes: at the end of a cooldown, or when the metric has moved
/// far enough for another capacity. At a bound, suspended, or without a proposal only a change from outside can matter.
/// </summary>
internal static class NextEvaluation
{
    /// <summary>Null: not before something else changes.</summary>
    internal static DateTimeOffset? Of(Step step, ScalingDecision decision, IReadOnlyList<Proposal> proposals, ScalingMemory memory, int desired, int running) => decision switch
    {
        ScalingDecision.Scale { Proposal.IsScaleOut: false } => memory.NoScaleInBefore,
        ScalingDecision.Scale or ScalingDecision.Wait when memory.ScaleOut is { } last && last.Until > step.Now =>
            Earlier(last.Until, Moved(step, proposals, outwards: true, last.To, last.From)),
        ScalingDecision.Scale => step.Now,
        ScalingDecision.Wait wait => wait.Until,
        ScalingDecision.NotScaled { Reason.Code: "AlreadyAtDesiredCapacity", Proposal.IsScaleOut: var outwards } =>
            Moved(step, proposals, outwards, outwards ? desired : desired - 1, running),
        _ => null,
    };

    // A step policy says nothing of the value at which it would do more, and metric math is not foreseen: they are asked every minute.
    private static DateTimeOffset Moved(Step step, IReadOnlyList<Proposal> proposals, bool outwards, int capacity, int running)
    {
        var first = DateTimeOffset.MaxValue;
        foreach (var proposal in proposals.Where(proposal => proposal.IsScaleOut == outwards))
        {
            first = Earlier(first, proposal.Tracked is { Alarm.Statistic: { } statistic } tracked && running > 0
                ? MetricForecast.FirstBeyond(step, Watched.Metric(tracked.Alarm), statistic, tracked.TargetValue * capacity / running, outwards)
                : step.Now);
        }

        return first;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
