using System.Collections.Immutable;
using Headroom.States.Json;

namespace Headroom.States.Execution.Maps;

/// <summary>A distributed Map under way.</summary>
internal sealed record MapRun
{
    /// <summary>The id of its <c>MapRunStarted</c> event.</summary>
    public required long Id { get; init; }

    /// <summary>The Map's effective input.</summary>
    public required JsonValue Input { get; init; }

    public required int Concurrency { get; init; }

    public required Tolerance Tolerance { get; init; }

    /// <summary>The read that is waited for, at first, where items are read.</summary>
    public Command.ReadItems? Reading { get; init; }

    /// <summary>The write that is waited for, at last, where results are written.</summary>
    public Command.WriteResults? Writing { get; init; }

    /// <summary>The inputs of the children; with ItemBatcher each has more than one item.</summary>
    public ImmutableArray<ChildInput> Children { get; init; } = [];

    /// <summary>How many children were started.</summary>
    public int Started { get; init; }

    /// <summary>The children that run.</summary>
    public ImmutableSortedDictionary<int, Command.StartChild> Running { get; init; } = ImmutableSortedDictionary<int, Command.StartChild>.Empty;

    /// <summary>The outputs of the children that succeeded.</summary>
    public ImmutableSortedDictionary<int, JsonValue> Results { get; init; } = ImmutableSortedDictionary<int, JsonValue>.Empty;

    /// <summary>How many items were in children that failed.</summary>
    public int FailedItems { get; init; }

    public int ItemCount => Children.Sum(c => c.ItemCount);

    /// <summary>It ended, and its end was told.</summary>
    public bool IsOver { get; init; }

    public bool ExceedsTolerance => FailedItems > 0 && Tolerance.IsExceededBy(FailedItems, ItemCount);

    /// <summary>How many children may run at a time under this MaxConcurrency; 0 sets no limit of its own.</summary>
    public static int ConcurrencyOf(double maxConcurrency) => maxConcurrency > 0 ? (int)Math.Min(maxConcurrency, Limits.Children) : Limits.Children;

    public IEnumerable<Command> Outstanding => new Command?[] { Reading, Writing }.OfType<Command>().Concat(Running.Values);
}

/// <summary>What one child is started with.</summary>
internal sealed record ChildInput(JsonValue Input, int ItemCount, JsonValue? Map);
