namespace Headroom.States.Execution;

/// <summary>Where an execution stands. <see cref="ExecutionStatusNames.Wire"/> gives the API's spelling.</summary>
public enum ExecutionStatus
{
    /// <summary>Not ended.</summary>
    Running,

    /// <summary>Ended with an output.</summary>
    Succeeded,

    /// <summary>Ended with an error that nothing caught.</summary>
    Failed,

    /// <summary>Ended because the machine's TimeoutSeconds passed.</summary>
    TimedOut,

    /// <summary>Ended by StopExecution.</summary>
    Aborted,
}

/// <summary>The spelling that the API uses.</summary>
public static class ExecutionStatusNames
{
    /// <summary><c>RUNNING</c>, <c>SUCCEEDED</c>, <c>FAILED</c>, <c>TIMED_OUT</c> or <c>ABORTED</c>.</summary>
    public static string Wire(this ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        ExecutionStatus.Aborted => "ABORTED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
