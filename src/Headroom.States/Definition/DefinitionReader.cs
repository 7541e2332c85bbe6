namespace Headroom.States.Definition;

/// <summary>Reads and checks a definition in Amazon States Language.</summary>
public static class DefinitionReader
{
    /// <summary>
    /// Reads a definition. Never throws: what is wrong comes back as diagnostics. Fields of JSONata are refused, naming state and field.
    /// </summary>
    /// <param name="json">The definition's text, at most a mebibyte.</param>
    /// <param name="type">The machine's type, which decides about <c>.sync</c> and <c>.waitForTaskToken</c>.</param>
    public static DefinitionReading Read(string json, StateMachineType type = StateMachineType.Standard) => throw new NotSupportedException();
}
