using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Scenarios;

/// <summary>Something that somebody or something outside Headroom does.</summary>
/// <param name="At">After the run's start.</param>
public abstract record Incident(TimeSpan At)
{
    /// <summary>A notification is published.</summary>
    /// <param name="At">After the run's start.</param>
    /// <param name="Notification">What it asks for.</param>
    /// <param name="Body">The message.</param>
    /// <param name="DeliveredAfter">How much longer than usual SNS takes for each delivery; two entries are a duplicate delivery.</param>
    public sealed record Publish(TimeSpan At, Request Notification, string Body, ImmutableArray<TimeSpan> DeliveredAfter) : Incident(At);

    /// <summary>Somebody sets a target's limits; null leaves one as it is.</summary>
    public sealed record SetLimits(TimeSpan At, int Service, int? Min, int? Max) : Incident(At)
    {
        /// <inheritdoc/>
        public override string ToString() => $"sets {Words.Of(("Min", Min), ("Max", Max))} of {StageNames.Service(Service)}";

        /// <summary>As RegisterScalableTarget takes it, but for the target.</summary>
        internal JsonObject Change => new() { ["MinCapacity"] = Min, ["MaxCapacity"] = Max };
    }

    /// <summary>Somebody sets a target's flags; null leaves one as it is.</summary>
    public sealed record SetFlags(TimeSpan At, int Service, bool? ScaleIn, bool? ScaleOut, bool? Scheduled) : Incident(At)
    {
        /// <inheritdoc/>
        public override string ToString() => $"sets {Words.Of(("scale-in suspended", ScaleIn), ("scale-out suspended", ScaleOut), ("schedules suspended", Scheduled))} of {StageNames.Service(Service)}";

        /// <summary>As RegisterScalableTarget takes it, but for the target.</summary>
        internal JsonObject Change => new()
        {
            ["SuspendedState"] = new JsonObject
            {
                ["DynamicScalingInSuspended"] = ScaleIn,
                ["DynamicScalingOutSuspended"] = ScaleOut,
                ["ScheduledScalingSuspended"] = Scheduled,
            },
        };
    }

    /// <summary>Somebody gives a target a scheduled action; null leaves one of its limits as it is.</summary>
    /// <param name="At">After the run's start.</param>
    /// <param name="Service">The service.</param>
    /// <param name="Schedule">When it is due.</param>
    /// <param name="Min">MinCapacity from then on.</param>
    /// <param name="Max">MaxCapacity from then on.</param>
    public sealed record PutScheduledAction(TimeSpan At, int Service, DueTimes Schedule, int? Min, int? Max) : Incident(At)
    {
        /// <inheritdoc/>
        public override string ToString() => $"schedules {Words.Of(("Min", Min), ("Max", Max))} of {StageNames.Service(Service)}: {Schedule.Expression} {Schedule.TimeZone}, first at {Schedule.First:HH:mm}";
    }

    /// <summary>Somebody deploys a service with a desired count.</summary>
    public sealed record Deploy(TimeSpan At, int Service, int DesiredCount) : Incident(At)
    {
        /// <inheritdoc/>
        public override string ToString() => $"deploys {StageNames.Service(Service)} with a desired count of {DesiredCount}";
    }

    /// <summary>Somebody deletes a service with its scalable target.</summary>
    public sealed record DeleteService(TimeSpan At, int Service) : Incident(At)
    {
        /// <inheritdoc/>
        public override string ToString() => $"deletes {StageNames.Service(Service)} and its scalable target";
    }

    /// <summary>Somebody deletes a service with its scalable target, and creates it again under the same name as soon as Amazon ECS takes it.</summary>
    /// <param name="At">After the run's start: the deletion.</param>
    /// <param name="Service">The service.</param>
    /// <param name="Shape">What it and its scalable target are like then.</param>
    /// <param name="TargetAfter">How long after its creation its scalable target is registered; null for never.</param>
    public sealed record ReplaceService(TimeSpan At, int Service, ServiceShape Shape, TimeSpan? TargetAfter) : Incident(At)
    {
        /// <inheritdoc/>
        public override string ToString() =>
            $"deletes {StageNames.Service(Service)}, to create it again with a desired count of {Shape.Desired}, and "
            + (TargetAfter is { } after ? $"{Words.Of(after)} after that a scalable target: {Words.Of(("Min", Shape.Min), ("Max", Shape.Max))}" : "no scalable target");
    }

    /// <summary>Somebody stops the execution that started as the <paramref name="Execution"/>th of those that run then.</summary>
    public sealed record StopExecution(TimeSpan At, int Execution) : Incident(At)
    {
        /// <inheritdoc/>
        public override string ToString() => "stops an execution";
    }

    /// <summary>Somebody deletes the stack of the hold; its services are not part of that stack.</summary>
    public sealed record DeleteStack(TimeSpan At) : Incident(At)
    {
        /// <inheritdoc/>
        public override string ToString() => "deletes the stack of the hold";
    }

    /// <summary>Somebody deploys the stack without its hold.</summary>
    public sealed record TakeHoldOut(TimeSpan At) : Incident(At)
    {
        /// <inheritdoc/>
        public override string ToString() => "takes the hold out of its stack";
    }

    /// <summary>An alarm's policy acts: scale out or in by some tasks from the running count, as far as flags and limits allow.</summary>
    public sealed record Alarm(TimeSpan At, int Service, int Change) : Incident(At);
}
