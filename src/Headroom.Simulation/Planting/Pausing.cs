namespace Headroom.Simulation.Planting;

/// <summary>Faults in how a hold is put in place.</summary>
internal static class Pausing
{
    internal static IReadOnlyList<PlantedBug> All { get; } =
    [
        new("PauseScaleIn sets no floor", "I1 I4", machine =>
        {
            machine.Parameters("PauseScaleIn").Remove("MinCapacity.$");
            return machine;
        }),
        new("PauseScaleIn leaves scale-in running", "I1 I4", machine =>
        {
            machine.Parameters("PauseScaleIn")["SuspendedState"]!["DynamicScalingInSuspended"] = false;
            return machine;
        }),
        new("the original is recorded after the pause", "I3", machine =>
        {
            foreach (var floor in new[] { "FloorIsMaximum", "FloorIsDesiredCount", "FloorIsMinimum", "FloorIsWanted" })
            {
                machine.Lead(floor, "PauseScaleIn");
            }

            return machine.Lead("PauseScaleIn", "RecordOriginal").Lead("RecordOriginal", "FloorWait");
        }),
        new("each owner records the original anew", "I3", machine =>
            machine.Replace("RecordOriginal", "UpdateExpression", "if_not_exists(#original, :original)", ":original")),
        new("ScaleUp sets the floor also from above", "I1", machine =>
            machine.Never("EnoughDesired", 1, "CapacitySecured").Never("EnoughDesired", 2, "CapacitySecured")),
        new("every target is described, and the first taken", "I6", machine =>
        {
            machine.Parameters("DescribeTarget").Remove("ResourceIds.$");
            return machine;
        }),
        new("a refused pause is called a hold", "I4", machine =>
        {
            machine.Lead("TellHoldStarted", "IsCapacityReady");
            return machine;
        }),
        new("a degraded hold is relied on", "I1", machine =>
        {
            machine.Parameters("NoteDegraded")["degraded"] = "no";
            return machine;
        }),
        new("tasks that run count as ready before their targets are healthy", "I4", machine =>
        {
            machine.State("CountHealthyTargets")["Next"] = "TellCapacityReady";
            return machine;
        }),
        new("targets whose health cannot be read count as healthy", "I4", machine =>
        {
            machine.State("ReadTargetHealth")["Catch"]![0]!["Next"] = "TellCapacityReady";
            return machine;
        }),
        new("an announcement is given up after a minute", "I1 I2", machine =>
        {
            machine.State("AnnounceHold")["Retry"]![1]!["MaxAttempts"] = 6;
            return machine;
        }),
    ];
}
