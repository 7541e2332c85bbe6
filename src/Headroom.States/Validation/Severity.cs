namespace Headroom.States.Validation;

/// <summary>Whether a diagnostic refuses the definition.</summary>
public enum Severity
{
    /// <summary>The definition is refused.</summary>
    Error,

    /// <summary>The definition is accepted, but probably not meant so.</summary>
    Warning,
}
