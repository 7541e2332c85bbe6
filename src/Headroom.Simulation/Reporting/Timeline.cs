using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Simulation.Checking;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Reporting;

/// <summary>A run as text: what was given, then one line for each thing that was seen.</summary>
internal static class Timeline
{
    private const int TimeWidth = 10;

    internal static string Of(Scenario scenario, IReadOnlyList<Observation> seen, Violation? broken = null)
    {
        var text = new StringBuilder();
        for (var index = 0; index < scenario.Services.Length; index++)
        {
            var shape = scenario.Services[index];
            text.AppendLine(CultureInfo.InvariantCulture, $"  {StageNames.Service(index)}: Min {shape.Min}, Max {shape.Max}, desired {shape.Desired}{(shape.ScaleInSuspended ? ", scale-in suspended" : "")}");
        }

        foreach (var (service, ahead) in scenario.Clocks)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  the clock of {service} is {ahead.TotalSeconds} s ahead");
        }

        foreach (var fault in scenario.Faults)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  fault: {fault}");
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var observation in seen)
        {
            if (Line(observation, names) is { } line)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{Time(observation.At)}  {line}");
            }
        }

        if (broken is not null)
        {
            var what = names.Aggregate(broken.What, (words, name) => words.Replace(Actor.Execution.Short(name.Key), name.Value, StringComparison.Ordinal));
            text.AppendLine(CultureInfo.InvariantCulture, $"{Time(broken.At)}  BROKEN {broken.Invariant}: {what}");
        }

        return text.ToString();
    }

    private static string Time(DateTimeOffset at) => (at - Stage.Start).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(TimeWidth);

    private static string? Line(Observation observation, Dictionary<string, string> names) => observation switch
    {
        Observation.ExecutionStarted started when Name(started, names) is var name => IsSweep(name) ? null : $"{name} starts{Asked(started, names)}",
        Observation.ExecutionEnded ended when names[ended.Arn] is var name => IsSweep(name) ? null : $"{name} ends {ended.Status} {ended.Output?["outcome"]}{ended.Error} {ended.Cause}".TrimEnd(),
        Observation.Published published => $"published {published.MessageId[..8]}: {published.Notification.Body}{Deliveries(published.Notification)}",
        Observation.PersonActed acted => $"a person: {acted.Incident}",
        Observation.Faulted faulted => $"FAULT {Of(faulted.Execution, names)} {faulted.What}",
        Observation.HoldChanged { After: null } closed => $"record of {closed.Service} deleted by {Of(closed.By, names)}",
        Observation.HoldChanged { After: { } after } changed =>
            $"record of {changed.Service}: {after.Phase} until {Clock(after.HoldUntil)}, wanted {Tasks(after.Wanted)}, floor {after.Floor?.ToString(CultureInfo.InvariantCulture) ?? "none"}, owner {Of(after.Owner, names)}, published {Clock(after.PublishedAt)} (by {Of(changed.By, names)})",
        Observation.TargetChanged { By: Actor.Cloud } => null,
        Observation.TargetChanged { After: { } after } changed => $"target {changed.Service}: {Limits(after)} (by {Of(changed.By, names)})",
        Observation.TargetChanged gone => $"target {gone.Service} removed by {Of(gone.By, names)}",
        Observation.DesiredCountChanged { Before: null, By: Actor.Person } created => $"service {created.Service}: there again, desired count {created.After}",
        Observation.DesiredCountChanged { Before: null } => null,
        Observation.DesiredCountChanged { By: Actor.Cloud } changed when changed.At == Stage.Start => null,
        Observation.DesiredCountChanged changed => $"service {changed.Service}: desired count {changed.Before} → {changed.After?.ToString(CultureInfo.InvariantCulture) ?? "none"} (by {Of(changed.By, names)})",
        Observation.Called { Answer: { Length: > 0 } answer } called => $"{Of(called.Execution, names)} {called.Operation} {called.Service} {CallText.Asked(called.Call)}: {answer}",
        Observation.Told told => $"event {told.Type} {told.Detail["target"]}",
        Observation.IntakeClosed => "the topic's messages come to the Notifier no longer",
        Observation.DeadLettered letter => $"dead letter {letter.MessageId}: {letter.Reason}",
        _ => null,
    };

    /// <summary>Executions get short names: what they are for, and a number.</summary>
    private static string Name(Observation.ExecutionStarted started, Dictionary<string, string> names) =>
        names[started.Arn] = $"{(string?)started.Input["action"] ?? (started.Input["resources"] is null ? "recover" : "guard")}#{names.Count + 1}";

    private static bool IsSweep(string name) => name.StartsWith("sweep", StringComparison.Ordinal);

    private static string Asked(Observation.ExecutionStarted started, Dictionary<string, string> names) => started.Input["notificationId"] is { } id
        ? $" for {((string)id!)[..8]} on {started.Input["service"]}: {Asked(started.Input)}"
        : (string?)started.Input["resources"]?[0] is { } deployed ? $" after a deployment of {deployed[(deployed.LastIndexOf('/') + 1)..]}"
        : (string?)started.Input["action"] == "guard" ? $" for the degraded hold of {started.Input["target"]}"
        : $" after the end of {Of((string?)started.Input["executionArn"], names)}";

    private static string Asked(JsonObject input) =>
        $"wanted {Tasks((int)input["wanted"]!)} from {Clock(Instants.Parse((string)input["startAt"]!))} until {Clock(Instants.Parse((string)input["holdUntil"]!))}";

    // Seconds too: a timeline's own times count from the start.
    private static string Clock(DateTimeOffset at) => $"{at:HH:mm:ss.fff} ({Time(at).Trim()})";

    private static string Tasks(int count) => count == int.MaxValue ? "max" : count.ToString(CultureInfo.InvariantCulture);

    private static string Limits(ScalableTarget target) => $"Min {target.MinCapacity}, Max {target.MaxCapacity}, {Suspended(target.SuspendedState)} suspended";

    private static string Suspended(SuspendedState? state)
    {
        string?[] kinds =
        [
            state?.DynamicScalingInSuspended == true ? "scale-in" : null,
            state?.DynamicScalingOutSuspended == true ? "scale-out" : null,
            state?.ScheduledScalingSuspended == true ? "schedules" : null,
        ];
        return kinds.OfType<string>().ToList() is { Count: > 0 } suspended ? string.Join(", ", suspended) : "nothing";
    }

    private static string Deliveries(Incident.Publish publish) =>
        publish.DeliveredAfter is [{ Ticks: 0 }] ? "" : $" (delivered {string.Join(" and ", publish.DeliveredAfter.Select(Words.Of))} late)";

    private static string Of(Actor by, Dictionary<string, string> names) => by is Actor.Execution { Arn: var arn } ? Of(arn, names) : by.ToString()!;

    private static string Of(string? arn, Dictionary<string, string> names) => arn is null ? "the Notifier" : names.GetValueOrDefault(arn, arn);
}
