using System.Text;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Reporting;

/// <summary>A run as text: one line for each thing that was seen.</summary>
internal static class Timeline
{
    internal static string Of(Scenario scenario, IReadOnlyList<Observation> seen)
    {
        var text = new StringBuilder();
        for (var index = 0; index < scenario.Services.Length; index++)
        {
            text.AppendLine($"  {StageNames.Service(index)}: {scenario.Services[index]}");
        }

        text.AppendLine($"  staleness {scenario.Staleness}, times count from {scenario.Lead} before the first incident");
        foreach (var fault in scenario.Faults)
        {
            text.AppendLine($"  fault: {fault}");
        }

        foreach (var observation in seen)
        {
            if (Line(observation) is { } line)
            {
                text.Append("  ").Append(((observation.At - Stage.Start).TotalSeconds).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture).PadLeft(10)).Append("  ").AppendLine(line);
            }
        }

        return text.ToString();
    }

    private static string? Line(Observation observation) => observation switch
    {
        Observation.Published published => $"published {published.MessageId[..8]}: {published.Notification.Body}{Deliveries(published.Notification)}",
        Observation.PersonActed acted => $"a person: {acted.Incident}",
        Observation.Faulted faulted => $"FAULT {Short(faulted.Execution)}{faulted.What}",
        Observation.ExecutionStarted started => $"start {Short(started.Arn)}{started.Input["action"] ?? "news of an end"} wanted {started.Input["wanted"]} until {started.Input["holdUntil"]}",
        Observation.ExecutionEnded ended => $"end   {Short(ended.Arn)}{ended.Status} {ended.Output?["outcome"]} {ended.Error} {ended.Cause}",
        Observation.HoldChanged { After: null } closed => $"record of {closed.Service} deleted by {closed.By}",
        Observation.HoldChanged changed => $"record of {changed.Service}: {changed.After} (by {changed.By})",
        Observation.TargetChanged { After: { } after } changed =>
            $"target {changed.Service}: Min {after.MinCapacity}, Max {after.MaxCapacity}, suspended in {after.SuspendedState?.DynamicScalingInSuspended} out {after.SuspendedState?.DynamicScalingOutSuspended} scheduled {after.SuspendedState?.ScheduledScalingSuspended} (by {changed.By})",
        Observation.TargetChanged gone => $"target {gone.Service} removed by {gone.By}",
        Observation.DesiredCountChanged changed => $"service {changed.Service}: desired count {changed.Before} → {changed.After?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "gone"} (by {changed.By})",
        Observation.Called { Answer: { Length: > 0 } answer } called => $"call  {Short(called.Execution)}{called.Operation} {called.Service} {called.Asked}: {answer}",
        Observation.Told told => $"event {told.Type} {told.Detail["target"]}",
        Observation.DeadLettered letter => $"dead letter {letter.MessageId}: {letter.Reason}",
        _ => null,
    };

    private static string Deliveries(Incident.Publish publish) =>
        publish.DeliveredAfter is [{ Ticks: 0 }] ? "" : $" (delivered after {string.Join(" and ", publish.DeliveredAfter)})";

    private static string Short(string? arn) => arn is null ? "" : $"{Actor.Execution.Short(arn)} ";
}
