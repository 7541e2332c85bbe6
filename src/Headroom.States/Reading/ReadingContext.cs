using Headroom.States.Definition;

namespace Headroom.States.Reading;

/// <summary>What the readers of all states of one machine share.</summary>
internal sealed record ReadingContext(StateMachineType Type, TaskParameterCheck? ParameterCheck = null)
{
    /// <summary>The variables that each state reads.</summary>
    public Dictionary<string, SortedSet<string>> Variables { get; } = [];

    public void Note(string state, SortedSet<string> variables)
    {
        if (variables.Count == 0)
        {
            return;
        }

        if (!Variables.TryGetValue(state, out var known))
        {
            Variables.Add(state, known = new(StringComparer.Ordinal));
        }

        known.UnionWith(variables);
    }
}
