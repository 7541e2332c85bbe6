using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Simulation.Scenarios;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Observing;

/// <summary>Something that was seen to happen, in the order in which it happened.</summary>
/// <param name="At">True time, whatever any clock in the cloud shows.</param>
internal abstract record Observation(DateTimeOffset At)
{
    /// <summary>A scalable target was registered, changed, or removed.</summary>
    internal sealed record TargetChanged(DateTimeOffset At, string Service, ScalableTarget? Before, ScalableTarget? After, Actor By) : Observation(At);

    /// <summary>A service's desired count changed, or the service went (null).</summary>
    internal sealed record DesiredCountChanged(DateTimeOffset At, string Service, int? Before, int? After, Actor By) : Observation(At);

    /// <summary>How many of a service's tasks get requests changed.</summary>
    internal sealed record ServingChanged(DateTimeOffset At, string Service, int Tasks) : Observation(At);

    /// <summary>A hold's record was made, changed, or deleted.</summary>
    internal sealed record HoldChanged(DateTimeOffset At, string Service, HoldRecord? Before, HoldRecord? After, Actor By) : Observation(At);

    /// <summary>An execution started.</summary>
    internal sealed record ExecutionStarted(DateTimeOffset At, string Arn, JsonObject Input) : Observation(At);

    /// <summary>An execution ended.</summary>
    internal sealed record ExecutionEnded(DateTimeOffset At, string Arn, string Status, JsonObject? Output, string? Error, string? Cause) : Observation(At);

    /// <summary>A call of Headroom's reached its service, was refused on its way, or had its effect unheard.</summary>
    /// <param name="At">When it had its effect, or was refused.</param>
    /// <param name="Execution">Whose call; null for the Notifier's.</param>
    /// <param name="Operation">The API's name.</param>
    /// <param name="Service">The ECS service that it is about, where it is about one.</param>
    /// <param name="Call">The call.</param>
    /// <param name="Answer">The answer, for people.</param>
    internal sealed record Called(DateTimeOffset At, string? Execution, string Operation, string? Service, ServiceCall Call, string Answer) : Observation(At);

    /// <summary>A fault was injected.</summary>
    internal sealed record Faulted(DateTimeOffset At, string? Execution, string? Service, string What) : Observation(At);

    /// <summary>A notification was published.</summary>
    internal sealed record Published(DateTimeOffset At, string MessageId, Incident.Publish Notification) : Observation(At);

    /// <summary>Somebody did something that is no notification.</summary>
    internal sealed record PersonActed(DateTimeOffset At, Incident Incident) : Observation(At);

    /// <summary>The topic's messages come to the Notifier no longer.</summary>
    internal sealed record IntakeClosed(DateTimeOffset At) : Observation(At);

    /// <summary>A message came to the dead-letter queue.</summary>
    internal sealed record DeadLettered(DateTimeOffset At, string Body, string? MessageId, string? Reason) : Observation(At);

    /// <summary>Headroom told an event.</summary>
    internal sealed record Told(DateTimeOffset At, string Type, JsonObject Detail) : Observation(At);
}
