namespace Headroom.Simulation.Planting;

/// <summary>Faults in how a hold ends.</summary>
internal static class Releasing
{
    internal static IReadOnlyList<PlantedBug> All { get; } =
    [
        new("BeginRelease does not look at the end", "I1", machine =>
            machine.Replace("BeginRelease", "ConditionExpression", " AND holdUntil <= :until", "")),
        new("BeginRelease does not look at the owner", "I1 I5", machine =>
            machine.Replace("BeginRelease", "ConditionExpression", "#owner = :me AND ", "")),
        new("CloseHold deletes any record", "I1 I2 I3 I5 End", machine => machine
            .DropCondition("CloseHold")
            .Replace("BeginRelease", "ConditionExpression", "#owner = :me AND ", "")),
        new("a release that takes nothing over", "I5", machine =>
            machine.Replace("TakeForRelease", "UpdateExpression", "#owner = :me, ", "")),
        new("a release ends what was published after it", "I1", machine =>
            machine.Replace("TakeForRelease", "ConditionExpression", " AND publishedAt <= :publishedAt", "")),
        new("MinCapacity is not put back", "I3", machine => machine.Never("IsMinimumOurs", 3, "PlanOriginalMinimum").Never("IsMinimumOurs", 2, "PlanMaximum")),
        new("a schedule that fell into the hold is not made up for", "I3", machine => machine.Never("HasSchedules", 0, "ReckonMissed")),
        new("a schedule counts as missed that the hold has read", "I3", machine =>
        {
            machine.Parameters("ReckonMissed")["Payload"]!["since.$"] = "$.held.Item.startedAt.S";
            return machine;
        }),
        new("a schedule's MaxCapacity is not made up for", "I3", machine => machine.Never("HasMoreSchedules", 1, "CompareMaximum")),
        new("flags are put back as if nothing had been suspended before", "I3", machine =>
        {
            foreach (var plan in new[] { "PlanScheduledMinimum", "PlanOriginalMinimum", "PlanMaximum", "PlanPresentMinimum" })
            {
                machine.Parameters(plan).Remove("in.$");
                machine.Parameters(plan)["in"] = false;
            }

            return machine;
        }),
        new("the record goes before scale-in is resumed", "I3 I5", machine =>
        {
            machine.Lead("BeginRelease", "CloseHold");
            machine.State("CloseHold")["Catch"]![0]!["Next"] = "ReadTarget";
            machine.Lead("CloseHold", "ReadTarget").Lead("ResumeScaleIn", "TellHoldReleased").Lead("ResumeAsScheduled", "TellHoldReleased");
            machine.State("IsAnythingToRestore").Rule(0, "CloseHold")["Next"] = "TellHoldReleased";
            machine.State("HasTarget").Rule(0, "CloseHold")["Next"] = "TellHoldReleased";
            return machine;
        }),
        new("a release is given up when the table cannot be reached for a minute", "I2", machine => machine.DropLastCatcher("TakeForRelease")),
        new("a refused release does not look for its service", "I2", machine =>
        {
            machine.State("IsServiceGone")["Default"] = "TellReleaseDelayed";
            return machine;
        }),
    ];
}
