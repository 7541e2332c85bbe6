using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Wire.Json;

namespace Headroom.Cli.Demo;

/// <summary>
/// When a step that a look has seen really happened, by the APIs' own timestamps: a look comes some time after the fact, and at a
/// high speed that is seconds of cloud time.
/// </summary>
internal sealed class ApiTimes(IAws aws, string target)
{
    /// <summary>The newly reached milestones, each at the earlier of the look and the API's own time.</summary>
    internal async Task<Milestones> RefineAsync(Milestones before, Milestones after, string? execution, CancellationToken cancellation)
    {
        if (after == before || execution is null)
        {
            return after;
        }

        var left = await LeftAsync(execution, cancellation);
        return after with
        {
            ScaleInPaused = before.ScaleInPaused ?? Earlier(after.ScaleInPaused, left.GetValueOrDefault("PauseScaleIn")),
            DesiredAtMax = before.DesiredAtMax ?? Earlier(after.DesiredAtMax, left.GetValueOrDefault("ScaleUp") ?? left.GetValueOrDefault("ReadCapacity")),
            RunningAtMax = before.RunningAtMax ?? (after.RunningAtMax is null ? null : Earlier(after.RunningAtMax, await LastStartAsync(cancellation))),
            ScaleInResumed = before.ScaleInResumed ?? Earlier(after.ScaleInResumed, left.GetValueOrDefault("ResumeScaleIn")),
        };
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? seen, DateTimeOffset? told) => told < seen ? told : seen;

    /// <summary>When each state was first left.</summary>
    private async Task<Dictionary<string, DateTimeOffset?>> LeftAsync(string execution, CancellationToken cancellation)
    {
        var history = await aws.CallAsync(
            "stepfunctions", "GetExecutionHistory", new() { ["executionArn"] = execution, ["maxResults"] = 1000, ["includeExecutionData"] = false }, cancellation);
        var left = new Dictionary<string, DateTimeOffset?>();
        foreach (var happened in history["events"]!.AsArray())
        {
            if ((string?)happened!["stateExitedEventDetails"]?["name"] is { } state)
            {
                left.TryAdd(state, Instants.Parse((string)happened["timestamp"]!));
            }
        }

        return left;
    }

    /// <summary>When the last of the service's running tasks started.</summary>
    private async Task<DateTimeOffset?> LastStartAsync(CancellationToken cancellation)
    {
        var parts = target.Split('/');
        var listed = await aws.CallAsync("ecs", "ListTasks", new() { ["cluster"] = parts[1], ["serviceName"] = parts[2] }, cancellation);
        var described = await aws.CallAsync("ecs", "DescribeTasks", new() { ["cluster"] = parts[1], ["tasks"] = listed["taskArns"]!.DeepClone() }, cancellation);
        return described["tasks"]!.AsArray()
            .Select(task => (string?)task!["startedAt"] is { } started ? Instants.Parse(started) : (DateTimeOffset?)null)
            .Max();
    }
}
