using System.Collections.Immutable;
using Headroom.States.Definition;
using Headroom.States.Execution;

namespace Headroom.States.Reading;

/// <summary>Reads and checks a definition in Amazon States Language.</summary>
public static class DefinitionReader
{
    /// <summary>
    /// Reads a definition. Never throws: what is wrong comes back as diagnostics. Fields of JSONata are refused, naming state and field.
    /// </summary>
    /// <param name="json">The definition's text, at most a mebibyte.</param>
    /// <param name="type">The machine's type, which decides about <c>.sync</c> and <c>.waitForTaskToken</c>.</param>
    /// <param name="parameterCheck">What the machine's executions ask before they schedule a task; null for nothing.</param>
    public static DefinitionReading Read(string json, StateMachineType type = StateMachineType.Standard, TaskParameterCheck? parameterCheck = null)
    {
        var diagnostics = new Diagnostics();
        if (DefinitionParsing.Parse(json, diagnostics) is not { } definition)
        {
            return new DefinitionReading(null, diagnostics.All);
        }

        var context = new ReadingContext(type, parameterCheck);
        var fields = new FieldReader(definition, "", diagnostics);
        QueryLanguages.Check(fields);
        fields.Text("Version");
        var timeout = fields.Integer("TimeoutSeconds", 1, Limits.Timeout);
        var states = ScopeReader.Read(fields, context);
        fields.RefuseOthers();
        return diagnostics.HasErrors || states is null
            ? new DefinitionReading(null, diagnostics.All)
            : new DefinitionReading(
                new StateMachineDefinition(type, states, timeout)
                {
                    ParameterCheck = parameterCheck,
                    VariableReferences = context.Variables.ToImmutableSortedDictionary(v => v.Key, v => v.Value.ToImmutableSortedSet(StringComparer.Ordinal)),
                },
                diagnostics.All);
    }

    /// <summary>Reads one state alone, whose transitions may lead anywhere: the state, or why it is refused.</summary>
    internal static (StateDefinition? State, string? Refusal) ReadState(string name, string json)
    {
        var diagnostics = new Diagnostics();
        var state = DefinitionParsing.Parse(json, diagnostics) is { } definition
            ? StateReader.Read(name, new FieldReader(definition, $"/States/{name}", diagnostics), new ReadingContext(StateMachineType.Standard))
            : null;
        return diagnostics.HasErrors ? (null, new DefinitionReading(null, diagnostics.All).Refusal) : (state, null);
    }
}
