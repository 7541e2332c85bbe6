namespace Headroom.States.Validation;

/// <summary>
/// One thing that is wrong with a definition, in the words of
/// <see href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html">ValidateStateMachineDefinition</see>.
/// </summary>
/// <param name="Severity">An error refuses the definition, a warning does not.</param>
/// <param name="Code">For example <c>SCHEMA_VALIDATION_FAILED</c>, <c>INVALID_JSON_DESCRIPTION</c>, <c>MISSING_TRANSITION_TARGET</c>.</param>
/// <param name="Message">What is wrong, naming the field.</param>
/// <param name="Location">Where: <c>/States/Hold/Seconds</c>; null for the machine as a whole.</param>
public sealed record Diagnostic(Severity Severity, string Code, string Message, string? Location)
{
    /// <summary>The diagnostic as CreateStateMachine words it: <c>SCHEMA_VALIDATION_FAILED: … at /States/Hold/Seconds</c>.</summary>
    public override string ToString() => $"{Code}: {Message} at {Location ?? "null"}";
}
