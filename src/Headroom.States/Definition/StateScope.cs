using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Headroom.States.Definition;

/// <summary>A set of states that lead only to one another: the machine's own, a Parallel's branch, a Map's processor.</summary>
internal sealed class StateScope(string startAt, ImmutableArray<StateDefinition> states)
{
    private readonly FrozenDictionary<string, StateDefinition> byName = states.ToFrozenDictionary(s => s.Name);

    public string StartAt { get; } = startAt;

    /// <summary>The states in the order of the definition.</summary>
    public ImmutableArray<StateDefinition> States { get; } = states;

    public StateDefinition First => byName[StartAt];

    public StateDefinition this[string name] => byName[name];
}
