using System.Text.Json.Nodes;

namespace Headroom.Simulation.Planting;

/// <summary>Faults in what happens when an owner is dead.</summary>
internal static class Recovering
{
    internal static IReadOnlyList<PlantedBug> All { get; } =
    [
        new("a recovery does not wait for late calls", "I1 I3 I5", machine => machine.Lead("Recover", "IsOrphanOver")),
        new("a recovery leaves the hold open to a takeover", "I5", machine =>
        {
            machine.Parameters("RecoverToHold")["phase"] = "holding";
            return machine;
        }),
        new("a recovery from whomever it finds", "I1 I4 I5", machine => machine
            .Replace("Recover", "ConditionExpression", "#owner = :dead AND #phase = :seen AND holdUntil = :until", "attribute_exists(#owner)")
            .Never("JudgeOrphan", 2, "Superseded")),
        new("a recovery forgets an extension", "I1", machine =>
            machine.Replace("Recover", "ConditionExpression", " AND holdUntil = :until", "")),
        new("the sweep takes every owner for alive", "I2", machine =>
        {
            var alive = machine.State("SweepHolds")["ItemProcessor"]!["States"]!["IsOwnerAlive"]!;
            alive["Choices"]!.AsArray().Add(new JsonObject { ["Variable"] = "$.owner", ["IsPresent"] = true, ["Next"] = "OwnerAlive" });
            return machine;
        }),
        new("the sweep takes every owner for dead", "I1 I2 I4 I5", machine =>
        {
            machine.State("SweepHolds")["ItemProcessor"]!["States"]!["IsOwnerAlive"]!.AsObject().Never(2, "OwnerAlive");
            return machine;
        }),
        new("the sweep leaves a degraded hold as it is", "I1", machine =>
        {
            machine.State("SweepHolds")["ItemProcessor"]!["States"]!["IsOwnerAlive"]!.AsObject().Never(1, "StartGuard");
            return machine;
        }),
        new("a recovery releases what should go on", "I1", machine =>
        {
            machine.State("JudgeOrphan")["Choices"]!.AsArray().Add(new JsonObject { ["Variable"] = "$.held.Item", ["IsPresent"] = true, ["Next"] = "RecoverToRelease" });
            return machine;
        }),
    ];
}
