using System.Text.Json;

namespace Headroom.Infrastructure.Tests;

/// <summary>What <c>OtherEngine/run.mjs</c> prints of one scenario.</summary>
internal sealed record EngineRun(
    string EndedAt,
    IReadOnlyList<EngineExecution> Executions,
    IReadOnlyList<EngineEvent> Events,
    int Items,
    JsonElement Target,
    JsonElement Observed)
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    internal static async Task<EngineRun> Of(string scenario)
    {
        Node.RequirePackage("aws-local-stepfunctions");
        var script = Repository.In("tests", "Headroom.Infrastructure.Tests", "OtherEngine", "run.mjs");
        return JsonSerializer.Deserialize<EngineRun>(await Node.Run(script, Repository.StateMachineFile, scenario), CamelCase)!;
    }

    /// <summary>Name and outcome of each execution: its output's <c>outcome</c>, or its status where it has none.</summary>
    internal string Outcomes => string.Join(", ", Executions.Select(execution => $"{execution.Name} {execution.Outcome}"));

    /// <summary>MinCapacity and the three flags (scale-in, scale-out, schedules) as letters, <c>S</c> for suspended and <c>-</c> for not.</summary>
    internal string Limits => Target.ValueKind == JsonValueKind.Null ? "no target" : LimitsOf(Target);

    /// <summary>Limits and desired count at the moment that the scenario looks at, or null if it does not.</summary>
    internal string? During => Observed.TryGetProperty("during", out var during)
        ? $"{LimitsOf(during.GetProperty("target"))}, {during.GetProperty("service").GetProperty("DesiredCount")} tasks"
        : null;

    private static string LimitsOf(JsonElement target)
    {
        var flags = target.GetProperty("SuspendedState");
        string Flag(string name) => flags.GetProperty(name).GetBoolean() ? "S" : "-";
        return $"{target.GetProperty("MinCapacity")} {Flag("DynamicScalingInSuspended")}{Flag("DynamicScalingOutSuspended")}{Flag("ScheduledScalingSuspended")}";
    }
}

/// <summary>One execution: the states that it entered, and how it ended.</summary>
internal sealed record EngineExecution(string Name, string Status, IReadOnlyList<string> Path, JsonElement? Output, string? Error, string? Cause)
{
    internal string Outcome => Output is { ValueKind: JsonValueKind.Object } output ? output.GetProperty("outcome").GetString()! : Status;
}

/// <summary>One event that was put, at a virtual instant, and what it says.</summary>
internal sealed record EngineEvent(string At, string Type, JsonElement Detail);
