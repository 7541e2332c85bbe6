using Headroom.States.Definition;
using Headroom.States.History;

namespace Headroom.States.Execution;

internal sealed partial class Run
{
    /// <summary>Whether the execution can be redriven: it ended, and not well.</summary>
    public bool CanRedrive => state.Status is ExecutionStatus.Failed or ExecutionStatus.TimedOut or ExecutionStatus.Aborted;

    public bool IsTimeout(int timerId) => state.TimeoutTimer?.TimerId == timerId;

    public bool IsYield(int timerId) => state.YieldTimer?.TimerId == timerId;

    /// <summary>The execution's time starts: the machine's TimeoutSeconds, and five minutes for an express one.</summary>
    public void LimitTime()
    {
        var own = Machine.TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var limit = Machine.Type == StateMachineType.Express && (own is null || own > Limits.Express) ? Limits.Express : own;
        state = state with { TimeoutTimer = limit is { } given ? StartTimer(Now + given) : null };
    }

    /// <summary>The execution goes on from the states that did not succeed, with the same input and no attempts counted.</summary>
    public void Redrive()
    {
        state = state with
        {
            Status = ExecutionStatus.Running, Output = null, Error = null, Cause = null, StoppedAt = null, RedriveCount = state.RedriveCount + 1,
        };
        var redriven = Add(0, HistoryEventType.ExecutionRedriven, new ExecutionRedrivenDetails(state.RedriveCount));
        LimitTime();
        foreach (var branch in branches.Values.Where(b => b.Activity is Activity.HasStopped).ToArray())
        {
            branches[branch.Id] = branch with { Activity = Activity.Again, Cursor = redriven, Attempts = default, RetryCount = 0 };
        }

        Resume();
    }
}
