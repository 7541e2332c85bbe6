using Headroom.States.Definition;
using Headroom.States.Validation;

namespace Headroom.States.Reading;

/// <summary>What came of reading a definition.</summary>
/// <param name="Machine">The machine, ready to run; null where a diagnostic is an error.</param>
/// <param name="Diagnostics">What is wrong or doubtful, in the order of the text.</param>
public sealed record DefinitionReading(StateMachineDefinition? Machine, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The message of the InvalidDefinition exception; null where the machine is valid.</summary>
    public string? Refusal =>
        Machine is not null ? null
        : $"Invalid State Machine Definition: '{string.Join(", ", Diagnostics.Where(d => d.Severity == Severity.Error))}'";
}
