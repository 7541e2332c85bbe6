using Headroom.Rehearsal.Recording;

namespace Headroom.Rehearsal.Comparing;

/// <summary>The same push twice.</summary>
/// <param name="PushAfter">How long after the notification the push went out.</param>
/// <param name="TaskHourPrice">US dollars of one task for an hour: <see cref="FargatePrice"/>.</param>
/// <param name="WithHold">With the notification.</param>
/// <param name="WithoutHold">Without it: only the scaling policy acts.</param>
public sealed record Comparison(TimeSpan PushAfter, decimal TaskHourPrice, RecordedRun WithHold, RecordedRun WithoutHold)
{
    /// <summary>US dollars of a run's tasks.</summary>
    public decimal PriceOf(RecordedRun run) => (decimal)run.TaskHours * TaskHourPrice;

    /// <summary>What it shows.</summary>
    public IReadOnlyList<Finding> Findings => [.. Comparing.Findings.Of(this)];
}
