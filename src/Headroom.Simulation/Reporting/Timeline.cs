using System.Globalization;
using System.Text;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Reporting;

/// <summary>A run as text: what was given, then one line for each thing that was seen.</summary>
internal static class Timeline
{
    private const int TimeWidth = 10;

    internal static string Of(Scenario scenario, IReadOnlyList<Observation> seen)
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
                var time = (observation.At - Stage.Start).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(TimeWidth);
                text.AppendLine(CultureInfo.InvariantCulture, $"{time}  {line}");
            }
        }

        return text.ToString();
    }

    private static string? Line(Observation observation, Dictionary<string, string> names) => observation switch
    {
        Observation.ExecutionStarted started when Name(started, names) is var name => IsSweep(name) ? null : $"{name} starts{Asked(started, names)}",
        Observation.ExecutionEnded ended when names[ended.Arn] is var name => IsSweep(name) ? null : $"{name} ends {ended.Status} {ended.Output?["outcome"]}{ended.Error} {ended.Cause}".TrimEnd(),
        Observation.Published published => $"published {published.MessageId[..8]}: {published.Notification.Body}{Deliveries(published.Notification)}",
        Observation.PersonActed acted => $"a person: {acted.Incident}",
        Observation.Faulted faulted => $"FAULT {Of(faulted.Execution, names)} {faulted.What}",
        Observation.HoldChanged { After: null } closed => $"record of {closed.Service} deleted by {Of(closed.By, names)}",
        Observation.HoldChanged { After: { } after } changed =>
            $"record of {changed.Service}: {after.Phase} until {after.HoldUntil:HH:mm:ss.fff}, wanted {after.Wanted}, floor {after.Floor}, owner {Of(after.Owner, names)}, published {after.PublishedAt:HH:mm:ss.fff} (by {Of(changed.By, names)})",
        Observation.TargetChanged { Before: null } or Observation.TargetChanged { By: Actor.Cloud } => null,
        Observation.TargetChanged { After: { } after } changed => $"target {changed.Service}: {Limits(after)} (by {Of(changed.By, names)})",
        Observation.TargetChanged gone => $"target {gone.Service} removed by {Of(gone.By, names)}",
        Observation.DesiredCountChanged { Before: null } => null,
        Observation.DesiredCountChanged changed => $"service {changed.Service}: desired count {changed.Before} → {changed.After?.ToString(CultureInfo.InvariantCulture) ?? "none"} (by {Of(changed.By, names)})",
        Observation.Called { Answer: { Length: > 0 } answer } called => $"{Of(called.Execution, names)} {called.Operation} {called.Service} {called.Asked}: {answer}",
        Observation.Told told => $"event {told.Type} {told.Detail["target"]}",
        Observation.DeadLettered letter => $"dead letter {letter.MessageId}: {letter.Reason}",
        _ => null,
    };

    /// <summary>Executions get short names: what they are for, and a number.</summary>
    private static string Name(Observation.ExecutionStarted started, Dictionary<string, string> names) =>
        names[started.Arn] = $"{(string?)started.Input["action"] ?? "recover"}#{names.Count + 1}";

    private static bool IsSweep(string name) => name.StartsWith("sweep", StringComparison.Ordinal);

    private static string Asked(Observation.ExecutionStarted started, Dictionary<string, string> names) => started.Input["notificationId"] is { } id
        ? $" for {((string)id!)[..8]} on {started.Input["service"]}: wanted {started.Input["wanted"]} from {started.Input["startAt"]} until {started.Input["holdUntil"]}"
        : $" after the end of {Of((string?)started.Input["executionArn"], names)}";

    private static string Limits(ScalableTarget target) => $"Min {target.MinCapacity}, Max {target.MaxCapacity}, suspended:"
        + (target.SuspendedState?.DynamicScalingInSuspended == true ? " in" : "")
        + (target.SuspendedState?.DynamicScalingOutSuspended == true ? " out" : "")
        + (target.SuspendedState?.ScheduledScalingSuspended == true ? " scheduled" : "");

    private static string Deliveries(Incident.Publish publish) =>
        publish.DeliveredAfter is [{ Ticks: 0 }] ? "" : $" (delivered after {string.Join(" and ", publish.DeliveredAfter)})";

    private static string Of(Actor by, Dictionary<string, string> names) => by is Actor.Execution { Arn: var arn } ? Of(arn, names) : by.ToString()!;

    private static string Of(string? arn, Dictionary<string, string> names) => arn is null ? "the Notifier" : names.GetValueOrDefault(arn, arn);
}
