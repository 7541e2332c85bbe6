using System.Collections.Immutable;

namespace Headroom.States.Definition;

/// <summary>
/// A state machine, read and checked: every path, template, function and choice rule in it is parsed. Immutable, shared by all its
/// executions. <see cref="Reading.DefinitionReader"/> makes it.
/// </summary>
public sealed class StateMachineDefinition
{
    internal StateMachineDefinition(StateMachineType type, StateScope states, long? timeoutSeconds)
    {
        Type = type;
        States = states;
        TimeoutSeconds = timeoutSeconds;
    }

    /// <summary>STANDARD or EXPRESS.</summary>
    public StateMachineType Type { get; }

    /// <summary>How long an execution may take, in seconds; null for no limit of its own.</summary>
    public long? TimeoutSeconds { get; }

    /// <summary>The names of the states, those of branches and processors too.</summary>
    public ImmutableArray<string> StateNames => [.. Everything(States).Select(s => s.Name)];

    /// <summary>
    /// Which variables each state reads, both in alphabetical order, as DescribeStateMachine's <c>variableReferences</c>.
    /// States that read none are left out.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> VariableReferences { get; internal init; } =
        ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;

    /// <summary>The machine that a distributed Map runs for every item or batch.</summary>
    /// <param name="mapState">The name of the Map state.</param>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public StateMachineDefinition ProcessorOf(string mapState) =>
        Everything(States).OfType<MapState>().FirstOrDefault(map => map.Name == mapState)?.Child
            ?? throw new ArgumentException($"there is no Map state {mapState}", nameof(mapState));

    /// <summary>What the host says of tasks' parameters before they are scheduled; null where it takes them all.</summary>
    internal TaskParameterCheck? ParameterCheck { get; init; }

    internal StateScope States { get; }

    internal static IEnumerable<StateDefinition> Everything(StateScope scope) =>
        scope.States.SelectMany(state => state.Inner.SelectMany(Everything).Prepend(state));
}
