namespace Headroom.Wire.Validation;

/// <summary>One thing that a shape refuses in a request.</summary>
/// <param name="Text">What AWS says of it.</param>
internal abstract record Violation(string Text)
{
    /// <summary>A required member is missing.</summary>
    /// <param name="Member">The member's name.</param>
    /// <param name="Path">Where it would stand.</param>
    public sealed record Missing(string Member, string Path)
        : Violation($"Value null at '{Path}' failed to satisfy constraint: Member must not be null");

    /// <summary>A value is not as it must be.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Path">Where it stands: <c>entries.1.member.detail</c>.</param>
    /// <param name="Constraint">What it must be: <c>Member must have length less than or equal to 80</c>.</param>
    public sealed record Unsatisfied(string Value, string Path, string Constraint)
        : Violation($"Value '{Value}' at '{Path}' failed to satisfy constraint: {Constraint}");
}
