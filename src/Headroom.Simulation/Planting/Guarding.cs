namespace Headroom.Simulation.Planting;

/// <summary>Faults in what happens when a deployment brings a desired count of its own.</summary>
internal static class Guarding
{
    internal static IReadOnlyList<PlantedBug> All { get; } =
    [
        new("nobody guards a deployment", "I1", machine => machine.Never("IsBelowFloor", 0, "WantAsMuch")),
        new("a guard leaves a hold that is over, and may yet be extended", "I1", machine =>
        {
            machine.State("JudgeDeployed").Rule(6, "LookAgain")["Next"] = "Guarded";
            return machine;
        }),
        new("a guard knows only the last floor", "I1", machine =>
            machine.Replace("WantAsMuch", "minIsOurs.$", "States.StringSplit($.held.Item.floors.S, ' ')", "States.Array($.held.Item.floor.N)")),
    ];
}
