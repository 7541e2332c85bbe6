using System.Collections.Immutable;
using Headroom.States.Execution.Maps;
using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>What a branch's state is doing.</summary>
internal abstract record Activity
{
    /// <summary>Nothing yet: it is to be entered.</summary>
    public static readonly Activity Entering = new ToEnter();

    /// <summary>Nothing yet: it was entered before and is to be done again.</summary>
    public static readonly Activity Again = new ToDoAgain();

    /// <summary>Nothing any more: the execution ended. A redrive does it again.</summary>
    public static readonly Activity Stopped = new HasStopped();

    private Activity()
    {
    }

    /// <summary>Whether the branch can go on by itself.</summary>
    public bool IsReady => this is ToEnter or ToDoAgain;

    /// <summary>The commands whose events it waits for.</summary>
    public IEnumerable<Command> Outstanding => this switch
    {
        Delaying delaying => [new Command.StartTimer(delaying.TimerId, delaying.DueAt)],
        Working working => new Command?[] { working.Task, working.Timeout, working.Heartbeat }.OfType<Command>(),
        InMapRun running => running.Run.Outstanding,
        _ => [],
    };

    public sealed record ToEnter : Activity;

    public sealed record ToDoAgain : Activity;

    public sealed record HasStopped : Activity;

    /// <summary>A Wait state waits, with its output at hand, or a retrier waits before the next attempt.</summary>
    public sealed record Delaying(int TimerId, DateTimeOffset DueAt, bool IsRetry) : Activity;

    /// <summary>A task is out.</summary>
    public sealed record Working(Command.ScheduleTask Task, Command.StartTimer? Timeout, Command.StartTimer? Heartbeat) : Activity;

    /// <summary>Branches run; the results of those that are done.</summary>
    public sealed record InParallel(ImmutableArray<JsonValue?> Results, int Left) : Activity;

    /// <summary>Iterations run.</summary>
    /// <param name="Input">The Map's effective input.</param>
    /// <param name="Items">The items.</param>
    /// <param name="Started">How many iterations were started.</param>
    /// <param name="Results">The results of those that are done.</param>
    /// <param name="Left">How many are not done.</param>
    public sealed record Mapping(JsonValue Input, JsonArray Items, int Started, ImmutableArray<JsonValue?> Results, int Left) : Activity;

    /// <summary>A map run is on.</summary>
    public sealed record InMapRun(MapRun Run) : Activity;
}
