using System.Collections.Immutable;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>What a choice rule asks.</summary>
internal abstract record Condition
{
    public sealed record And(ImmutableArray<Condition> All) : Condition;

    public sealed record Or(ImmutableArray<Condition> Any) : Condition;

    public sealed record Not(Condition Inner) : Condition;

    /// <summary>IsNull, IsPresent, IsNumeric, IsString, IsBoolean, IsTimestamp.</summary>
    public sealed record IsOfType(Reference Variable, ValueKind Kind, bool Expected) : Condition;

    /// <summary>StringMatches: <c>*</c> stands for any text, <c>\*</c> for itself.</summary>
    public sealed record Matches(Reference Variable, ImmutableArray<string> Parts) : Condition;

    /// <summary>An operator of one type with a constant, or with what a path leads to.</summary>
    public sealed record Compare(Reference Variable, ComparedAs As, Relation Relation, JsonValue? Constant, Reference? Path) : Condition;
}

/// <summary>What a value is asked to be.</summary>
internal enum ValueKind
{
    Null,
    Present,
    Numeric,
    String,
    Boolean,
    Timestamp,
}

/// <summary>As what two values are compared: values of another type never compare.</summary>
internal enum ComparedAs
{
    String,
    Numeric,
    Boolean,
    Timestamp,
}

/// <summary>How two values must stand to one another.</summary>
internal enum Relation
{
    Equals,
    LessThan,
    LessThanEquals,
    GreaterThan,
    GreaterThanEquals,
}
