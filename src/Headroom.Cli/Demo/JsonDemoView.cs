using System.Text.Json.Nodes;
using Headroom.Cli.Assemblies;
using Headroom.Cloud;
using Headroom.Wire.Json;

namespace Headroom.Cli.Demo;

/// <summary>One JSON object per line: <c>time</c> (cloud time, UTC), <c>event</c> and its particulars; last the Summary.</summary>
internal sealed class JsonDemoView(TextWriter output) : IDemoView
{
    public void Started(CloudSettings settings, double speed)
    {
    }

    public void Deploying(string line)
    {
    }

    public void Deployed(DateTimeOffset at, DeployedStack stack) => Write(at, "Deployed", new() { ["stack"] = stack.Name, ["status"] = stack.Status });

    public void Published(DateTimeOffset at, string message, Observation before) => Write(at, "NotificationPublished", new() { ["message"] = message });

    public void Changed(DateTimeOffset published, Observation seen)
    {
    }

    public void Reached(Milestones before, Milestones after)
    {
        foreach (var (name, old, now) in Steps(before, after).Where(step => step.Before is null && step.After is not null).OrderBy(step => step.After))
        {
            Write(now!.Value, name, []);
        }
    }

    public void Ended(DateTimeOffset at, Milestones milestones, IReadOnlyList<string> path, Pushes pushes, TimeSpan wall) => Write(at, "Summary", new()
    {
        ["ok"] = milestones.Complete,
        ["publishToPausedMs"] = Since(milestones.Published, milestones.ScaleInPaused),
        ["publishToDesiredMaxMs"] = Since(milestones.Published, milestones.DesiredAtMax),
        ["publishToRunningMaxMs"] = Since(milestones.Published, milestones.RunningAtMax),
        ["heldMs"] = milestones.ScaleInPaused is { } paused ? Since(paused, milestones.ScaleInResumed) : null,
        ["requests"] = pushes.WithHold.Requests,
        ["droppedWithHold"] = pushes.WithHold.Dropped,
        ["droppedWithoutHold"] = pushes.WithoutHold.Dropped,
        ["wallMs"] = Math.Round(wall.TotalMilliseconds),
        ["path"] = new JsonArray([.. path.Select(state => JsonValue.Create(state))]),
    });

    private static IEnumerable<(string Name, DateTimeOffset? Before, DateTimeOffset? After)> Steps(Milestones before, Milestones after) =>
    [
        ("ScaleInPaused", before.ScaleInPaused, after.ScaleInPaused),
        ("DesiredAtMax", before.DesiredAtMax, after.DesiredAtMax),
        ("RunningAtMax", before.RunningAtMax, after.RunningAtMax),
        ("ScaleInResumed", before.ScaleInResumed, after.ScaleInResumed),
    ];

    private static JsonNode? Since(DateTimeOffset start, DateTimeOffset? end) => end is { } reached ? Math.Round((reached - start).TotalMilliseconds) : null;

    private void Write(DateTimeOffset at, string name, JsonObject particulars)
    {
        var line = new JsonObject { ["time"] = Instants.Canonical(at), ["event"] = name };
        foreach (var (key, value) in particulars)
        {
            line[key] = value?.DeepClone();
        }

        output.WriteLine(line.ToJsonString());
        output.Flush();
    }
}
