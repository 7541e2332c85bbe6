namespace Headroom.Rehearsal.Recording;

/// <summary>What the APIs showed of the service at one moment.</summary>
/// <param name="At">Since the notification.</param>
/// <param name="MinCapacity">The scalable target's, tasks: during a hold, what is held.</param>
/// <param name="MaxCapacity">The scalable target's, tasks.</param>
/// <param name="ScaleInSuspended">Whether scale-in is suspended.</param>
/// <param name="RunningCount">Tasks.</param>
/// <param name="RequestsPerSecond">The load at that moment.</param>
/// <param name="Capacity">Requests per second that the tasks which get requests can answer.</param>
/// <param name="Offered">Requests of all minutes that were over then.</param>
/// <param name="Dropped">Of them, those that waited too long.</param>
public sealed record Reading(
    TimeSpan At,
    int MinCapacity,
    int MaxCapacity,
    bool ScaleInSuspended,
    int RunningCount,
    double RequestsPerSecond,
    double Capacity,
    double Offered,
    double Dropped);
