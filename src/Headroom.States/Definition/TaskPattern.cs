namespace Headroom.States.Definition;

/// <summary>How a task is called and when it is done.</summary>
public enum TaskPattern
{
    /// <summary>A Lambda function by its own ARN: its result is the task's.</summary>
    LambdaFunction,

    /// <summary>An activity: a worker takes the task and reports it.</summary>
    Activity,

    /// <summary>A service: done when it answers.</summary>
    RequestResponse,

    /// <summary><c>.sync</c>, <c>.sync:2</c>: done when the job that was started is done.</summary>
    Sync,

    /// <summary><c>.waitForTaskToken</c>: done when somebody reports the token.</summary>
    WaitForTaskToken,
}
