using Headroom.States.Validation;

namespace Headroom.States.Reading;

/// <summary>Collects what is wrong with a definition while it is read.</summary>
internal sealed class Diagnostics
{
    private const string Schema = "SCHEMA_VALIDATION_FAILED";
    private const string Target = "MISSING_TRANSITION_TARGET";

    private readonly List<Diagnostic> all = [];

    public IReadOnlyList<Diagnostic> All => all;

    public bool HasErrors => all.Exists(d => d.Severity == Severity.Error);

    /// <summary>A field is not as the language wants it.</summary>
    public void Wrong(string message, string location) => all.Add(new(Severity.Error, Schema, message, location));

    /// <summary>A transition leads nowhere, or none leads to a state.</summary>
    public void WrongTransition(string message, string location) => all.Add(new(Severity.Error, Target, message, location));

    /// <summary>The machine cannot end.</summary>
    public void Endless() => all.Add(new(Severity.Error, "MISSING_END_STATE", "Workflow has no terminal state", Location: null));

    /// <summary>The text is no JSON.</summary>
    public void NotJson(string message, string location) => all.Add(new(Severity.Error, "INVALID_JSON_DESCRIPTION", message, location));
}
