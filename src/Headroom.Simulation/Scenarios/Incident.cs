using System.Collections.Immutable;

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
    public sealed record SetLimits(TimeSpan At, int Service, int? Min, int? Max) : Incident(At);

    /// <summary>Somebody sets a target's flags; null leaves one as it is.</summary>
    public sealed record SetFlags(TimeSpan At, int Service, bool? ScaleIn, bool? ScaleOut, bool? Scheduled) : Incident(At);

    /// <summary>Somebody deploys a service with a desired count.</summary>
    public sealed record Deploy(TimeSpan At, int Service, int DesiredCount) : Incident(At);

    /// <summary>Somebody deletes a service with its scalable target.</summary>
    public sealed record DeleteService(TimeSpan At, int Service) : Incident(At);

    /// <summary>Somebody stops the execution that started as the <paramref name="Execution"/>th of those that run then.</summary>
    public sealed record StopExecution(TimeSpan At, int Execution) : Incident(At);

    /// <summary>An alarm's policy acts: scale out or in by some tasks from the running count, as far as flags and limits allow.</summary>
    public sealed record Alarm(TimeSpan At, int Service, int Change) : Incident(At);
}

/// <summary>What a notification asks for, as its author meant it.</summary>
public abstract record Request
{
    private Request()
    {
    }

    /// <summary>A hold.</summary>
    /// <param name="Services">The services, by number.</param>
    /// <param name="Lasts">From the later of its publication and <paramref name="StartAt"/>.</param>
    /// <param name="Capacity">Task count, percentage, or maximum.</param>
    /// <param name="StartAt">After the run's start; null for at once.</param>
    public sealed record Hold(ImmutableArray<int> Services, TimeSpan Lasts, Wanted Capacity, TimeSpan? StartAt) : Request;

    /// <summary>The end of a hold.</summary>
    public sealed record Release(ImmutableArray<int> Services) : Request;

    /// <summary>Nothing that can be granted: it must be refused.</summary>
    public sealed record Bad : Request;
}

/// <summary>How many tasks a hold wants.</summary>
public abstract record Wanted
{
    private Wanted()
    {
    }

    /// <summary>As many as allowed.</summary>
    public sealed record Maximum : Wanted;

    /// <summary>A share of MaxCapacity.</summary>
    public sealed record Percent(int Share) : Wanted;

    /// <summary>A task count.</summary>
    public sealed record Tasks(int Count) : Wanted;
}
