namespace Headroom.Notifications.Contract;

/// <summary>
/// How many tasks a hold wants. What it gets is never above the target's <c>MaxCapacity</c>: the state machine sees to that.
/// </summary>
public abstract record Capacity
{
    private Capacity()
    {
    }

    /// <summary>The task count that stands for "as many as allowed": the largest 32-bit integer, which no service reaches.</summary>
    public const int AllTasks = int.MaxValue;

    /// <summary>As many as the target's <c>MaxCapacity</c> allows.</summary>
    public sealed record Maximum : Capacity;

    /// <summary>A share of the target's <c>MaxCapacity</c>.</summary>
    /// <param name="Percent">1 to 100.</param>
    public sealed record Share(int Percent) : Capacity;

    /// <summary>A task count.</summary>
    /// <param name="Count">1 or more.</param>
    public sealed record Tasks(int Count) : Capacity;

    /// <summary>
    /// The task count to hold at, given the target's <c>MaxCapacity</c>; a share is rounded up, so that any of any capacity is a task.
    /// </summary>
    /// <param name="maxCapacity">
    /// The target's <c>MaxCapacity</c>; null where no target is registered, which the state machine then finds and reports itself.
    /// </param>
    public int Wanted(int? maxCapacity) => (this, maxCapacity) switch
    {
        (Tasks tasks, _) => tasks.Count,
        (Share share, { } max) => (int)(((long)max * share.Percent + 99) / 100),
        _ => AllTasks,
    };
}
