using System.Text.Json.Nodes;
using Headroom.Cloud.Services.Ecs;
using Headroom.Cloud.Services.Sns;
using Headroom.Cloud.Services.Sqs;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Observing;

/// <summary>Sees every change that the cloud commits, as the storage that it commits to; begins with the stage's records.</summary>
/// <param name="beginning">What is there before the run.</param>
/// <param name="now">True time.</param>
/// <param name="by">Who causes the step that is being committed.</param>
/// <param name="see">Takes what was seen.</param>
internal sealed class Observer(IStorage beginning, Func<DateTimeOffset> now, Func<Actor> by, Action<Observation> see) : IStorage
{
    public IEnumerable<KeyValuePair<string, object>> Load(string table, Type recordType) => beginning.Load(table, recordType);

    public void Append(IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            if (Read(change) is { } observation)
            {
                see(observation);
            }

            if (change is { Before: ServiceRecord before, After: ServiceRecord after } && before.Serving != after.Serving)
            {
                see(new Observation.ServingChanged(now(), after.Name, after.Serving));
            }
        }
    }

    private Observation? Read(Change change) => (change.Before, change.After) switch
    {
        (ScalableTarget or null, ScalableTarget or null) when (change.Before ?? change.After) is ScalableTarget { ResourceId: var id } =>
            new Observation.TargetChanged(now(), id[(id.LastIndexOf('/') + 1)..], (ScalableTarget?)change.Before, (ScalableTarget?)change.After, by()),
        (ServiceRecord before, ServiceRecord after) when Desired(before) != Desired(after) =>
            new Observation.DesiredCountChanged(now(), after.Name, Desired(before), Desired(after), by()),
        (null, Execution started) => new Observation.ExecutionStarted(now(), started.Arn, JsonNode.Parse(started.Input)!.AsObject()),
        (Execution { Status: Execution.Running }, Execution { Status: not Execution.Running } ended) => new Observation.ExecutionEnded(
            now(), ended.Arn, ended.Status, ended.Output is { } output ? JsonNode.Parse(output) as JsonObject : null, ended.Error, ended.Cause),
        (null, QueuedMessage message) => new Observation.DeadLettered(now(), message.Body, Attribute(message, "MessageId"), Attribute(message, "Reason") ?? Attribute(message, "ErrorMessage")),
        (StoredSubscription, null) => new Observation.IntakeClosed(now()),
        _ => Hold(change),
    };

    private Observation.HoldChanged? Hold(Change change) =>
        (HoldRecord.Of(change.Before), HoldRecord.Of(change.After)) is var (before, after) && (after ?? before) is { Target: var target }
            ? new(now(), target[(target.LastIndexOf('/') + 1)..], before, after, by())
            : null;

    private static int? Desired(ServiceRecord service) => service.Status == "ACTIVE" ? service.DesiredCount : null;

    private static string? Attribute(QueuedMessage message, string name) => message.Attributes.GetValueOrDefault(name)?.StringValue;
}
