namespace Headroom.States.Data;

/// <summary>An error that a state ran into: what Retry and Catch look at.</summary>
/// <param name="Name">The error's name, e.g. <c>States.Timeout</c>; null where a Fail state or StopExecution names none.</param>
/// <param name="Cause">What else is known.</param>
internal sealed record StateError(string? Name, string? Cause)
{
    public const string All = "States.ALL";
    public const string TaskFailed = "States.TaskFailed";
    public const string Timeout = "States.Timeout";
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";
    public const string Runtime = "States.Runtime";
    public const string DataLimitExceeded = "States.DataLimitExceeded";
    public const string IntrinsicFailure = "States.IntrinsicFailure";
    public const string ReferencePathConflict = "States.ReferencePathConflict";
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";
    public const string ItemReaderFailed = "States.ItemReaderFailed";
    public const string ResultWriterFailed = "States.ResultWriterFailed";

    /// <summary>A timeout of the heartbeat: AWS names it States.Timeout, yet takes it for States.HeartbeatTimeout too.</summary>
    public bool IsHeartbeat { get; init; }

    /// <summary>A task was done or failed with it: States.ALL then takes even States.DataLimitExceeded.</summary>
    public bool IsOfTask { get; init; }

    /// <summary>
    /// Whether a retrier or catcher with these names takes this error. States.ALL takes all but what cannot be helped by trying again
    /// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html">error handling</see>):
    /// States.DataLimitExceeded and States.Runtime, the latter not even by its own name. States.TaskFailed takes the same but timeouts.
    /// </summary>
    public bool IsTakenBy(IEnumerable<string> errorEquals) =>
        Name != Runtime && errorEquals.Any(name => name switch
        {
            All => IsOfTask || Name != DataLimitExceeded,
            TaskFailed => Name is not (Timeout or DataLimitExceeded),
            HeartbeatTimeout => IsHeartbeat || Name == HeartbeatTimeout,
            ResultPathMatchFailure => Name is ReferencePathConflict or ResultPathMatchFailure,
            _ => name == Name,
        });
}
