using System.Text.Json.Nodes;

namespace Headroom.Simulation.Planting;

/// <summary>Faults in how notifications share one service.</summary>
internal static class Claiming
{
    internal static IReadOnlyList<PlantedBug> All { get; } =
    [
        new("a retried claim does not know itself", "I4", machine => machine.Never("JudgeHold", 1, "DescribeTarget")),
        new("a takeover keeps its own, earlier end", "I1", machine => machine
            .Replace("TakeOver", "ConditionExpression", " AND holdUntil <= :until", "")
            .Never("WhichEnd", 0, "KeepTheirEnd")),
        new("a takeover from an owner that is awake", "I5", machine =>
        {
            machine.Replace("TakeOver", "ConditionExpression", "#phase = :holding AND ", "");
            machine.State("JudgeSize").Rule(0, "TakeOver").ReplaceWith(Rule("$.theirs.wanted", "NumericLessThanPath", "$.goal.wanted", "TakeOver"));
            return machine;
        }),
        new("an extension is accepted during the release", "I1", machine =>
            machine.Replace("ClaimHold", "ConditionExpression", " AND #phase <> :releasing", "")),
        new("an extension with more tasks than are held", "I1", machine =>
            machine.Replace("ClaimHold", "ConditionExpression", " AND #wanted >= :wanted", "")),
        new("covered without noting the publication", "I1", machine =>
        {
            machine.State("JudgeSize").Rule(4, "Covered").ReplaceWith(Rule("$.theirs.until", "StringEqualsPath", "$.agreed.until", "Covered"));
            return machine;
        }),
        new("a claim that was never answered is repeated", "I4", machine => machine.RetryAlsoOn("States.Timeout", "ClaimHold")),
        new("a claim is given up when the table cannot be reached for a minute", "I1", machine => machine.DropLastCatcher("ClaimHold")),
        new("a message that is older than its hold is acted on", "I4", machine => machine.Never("StillWanted", 4, "Expired")),
    ];

    private static JsonObject Rule(string variable, string comparison, string path, string next) =>
        new() { ["Variable"] = variable, [comparison] = path, ["Next"] = next };
}
