using System.Collections.Frozen;

namespace Headroom.States.Definition;

/// <summary>A set of states that lead only to one another: the machine's own, a Parallel's branch, a Map's processor.</summary>
internal sealed record StateScope(string StartAt, FrozenDictionary<string, StateDefinition> States)
{
    public StateDefinition First => States[StartAt];
}
