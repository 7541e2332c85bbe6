namespace Headroom.Simulation.Planting;

/// <summary>Faults in what happens when a deployment brings a desired count of its own.</summary>
internal static class Guarding
{
    internal static IReadOnlyList<PlantedBug> All { get; } =
    [
        new("nobody guards a deployment", "I1", machine => machine.Never("IsBelowFloor", 0, "IsMinimumHeld")),
        new("a guard leaves a hold that is over, and may yet be extended", "I1", machine =>
        {
            machine.State("JudgeDeployed").Rule(6, "LookAgain")["Next"] = "Guarded";
            return machine;
        }),
        new("a guard is given up when the table cannot be read for a minute", "I1", machine =>
        {
            machine.State("ReadDeployed")["Retry"]![0]!["MaxAttempts"] = 8;
            return machine;
        }),
        new("a guard gives up after a quarter of an hour", "I1", machine =>
        {
            machine.State("JudgeDeployed").Rule(3, "Guarded")["NumericGreaterThan"] = 100;
            return machine;
        }),
        new("a guard leaves a degraded hold as it is", "I1", machine => machine.Never("IsStillHeld", 3, "WantAsMuch")),
    ];
}
