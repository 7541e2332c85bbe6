namespace Headroom.States.Execution;

/// <summary>An error that a state ran into: what Retry and Catch look at.</summary>
/// <param name="Name">The error's name, e.g. <c>States.Timeout</c>; null where a Fail state or StopExecution names none.</param>
/// <param name="Cause">What else is known.</param>
public sealed record StateError(string? Name, string? Cause)
{
    internal const string All = "States.ALL";
    internal const string TaskFailed = "States.TaskFailed";
    internal const string Timeout = "States.Timeout";
    internal const string HeartbeatTimeout = "States.HeartbeatTimeout";
    internal const string Runtime = "States.Runtime";
    internal const string DataLimitExceeded = "States.DataLimitExceeded";
    internal const string NoChoiceMatched = "States.NoChoiceMatched";
    internal const string IntrinsicFailure = "States.IntrinsicFailure";
    internal const string ReferencePathConflict = "States.ReferencePathConflict";
    internal const string ResultPathMatchFailure = "States.ResultPathMatchFailure";
    internal const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";
    internal const string ItemReaderFailed = "States.ItemReaderFailed";
    internal const string ResultWriterFailed = "States.ResultWriterFailed";

    /// <summary>A timeout of the heartbeat: AWS names it States.Timeout, yet takes it for States.HeartbeatTimeout too.</summary>
    internal bool IsHeartbeat { get; init; }

    /// <summary>A task was done or failed with it: States.ALL then takes even States.DataLimitExceeded.</summary>
    internal bool IsOfTask { get; init; }

    /// <summary>
    /// Whether a retrier or catcher with these names takes this error. States.ALL takes all but what cannot be helped by trying again
    /// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">error handling</see>):
    /// States.DataLimitExceeded and States.Runtime, the latter not even by its own name. States.TaskFailed takes the same but timeouts.
    /// </summary>
    internal bool IsTakenBy(IEnumerable<string> errorEquals) =>
        Name != Runtime && errorEquals.Any(name => name switch
        {
            All => IsOfTask || Name != DataLimitExceeded,
            TaskFailed => Name is not (Timeout or DataLimitExceeded),
            HeartbeatTimeout => IsHeartbeat || Name == HeartbeatTimeout,
            ResultPathMatchFailure => Name is ReferencePathConflict or ResultPathMatchFailure,
            _ => name == Name,
        });
}
