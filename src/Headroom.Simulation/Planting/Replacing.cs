namespace Headroom.Simulation.Planting;

/// <summary>Faults in what becomes of a hold whose service is deleted and created again under the same name.</summary>
internal static class Replacing
{
    internal static IReadOnlyList<PlantedBug> All { get; } =
    [
        new("a guard takes a new service's target for the old one's", "I1", machine => machine.Never("IsStillHeld", 2, "WantAsMuch")),
        new("a guard does not wait for a new service's target", "I1", machine =>
        {
            machine.State("IsStillHeld").Rule(0, "LookAgain")["Next"] = "Guarded";
            return machine;
        }),
        new("a hold is not given up whose new service gets no target", "I1", machine =>
        {
            machine.State("IsStillHeld").Rule(1, "WantAsMuch")["Next"] = "Guarded";
            return machine;
        }),
        new("a new service's target gets the old one's original", "I3", machine =>
            machine.Replace("RecordOriginal", "ConditionExpression", " AND (attribute_not_exists(#registration) OR #registration = :registration)", "")),
        new("a pause that was never answered is repeated", "I3", machine =>
        {
            machine.State("PauseScaleIn")["Retry"]!.AsArray().RemoveAt(0);
            return machine;
        }),
        new("a recording that was never answered is repeated", "I3", machine => machine.RetryAlsoOn("States.Timeout", "RecordOriginal")),
        new("the record of a gone service is deleted as soon as that is possible", "I3", machine =>
        {
            var retrier = machine.State("CloseHoldOfGone")["Retry"]![1]!;
            (retrier["MaxAttempts"], retrier["MaxDelaySeconds"]) = (1000, 20);
            return machine;
        }),
        new("a new service's target is given back though nobody paused it", "I3", machine => machine.Never("HasTarget", 1, "CloseHold")),
    ];
}
