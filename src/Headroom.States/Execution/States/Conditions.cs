using System.Collections.Immutable;
using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Execution.States;

/// <summary>Whether choice rules hold. A path that leads nowhere is an error, which the evaluation then tells; only IsPresent asks that.</summary>
internal static class Conditions
{
    public static bool Hold(Condition condition, Evaluation evaluation) => condition switch
    {
        Condition.Compare c => Compares(c, evaluation),
        Condition.And and => All(and.All, evaluation),
        Condition.Or or => Any(or.Any, evaluation),
        Condition.Not not => !Hold(not.Inner, evaluation),
        Condition.IsOfType { Kind: ValueKind.Present } test => test.Variable.Read(evaluation) is not null == test.Expected,
        Condition.IsOfType test => Read(test.Variable, evaluation) is { } value && Is(value, test.Kind) == test.Expected,
        Condition.Matches m => Read(m.Variable, evaluation) is JsonString text && Matches(text.Value, m.Parts),
        _ => throw new InvalidOperationException($"no such condition: {condition}"),
    };

    private static bool All(ImmutableArray<Condition> all, Evaluation evaluation)
    {
        foreach (var one in all)
        {
            if (!Hold(one, evaluation))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Any(ImmutableArray<Condition> any, Evaluation evaluation)
    {
        foreach (var one in any)
        {
            if (Hold(one, evaluation))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonValue? Read(Reference path, Evaluation evaluation) =>
        path.Read(evaluation)
        ?? evaluation.Fail(StateError.Runtime, $"Invalid path '{path.Text}': The choice state's condition path references an invalid value.");

    private static bool Is(JsonValue value, ValueKind kind) => kind switch
    {
        ValueKind.Null => value is JsonNull,
        ValueKind.Numeric => value is JsonNumber,
        ValueKind.String => value is JsonString,
        ValueKind.Boolean => value is JsonBoolean,
        ValueKind.Timestamp => value is JsonString text && Timestamp.TryParse(text.Value, out _),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static bool Compares(Condition.Compare compare, Evaluation evaluation)
    {
        if (Read(compare.Variable, evaluation) is not { } left
            || (compare.Constant ?? Read(compare.Path!, evaluation)) is not { } right
            || Order(compare.As, left, right) is not { } order)
        {
            return false;
        }

        return compare.Relation switch
        {
            Relation.Equals => order == 0,
            Relation.LessThan => order < 0,
            Relation.LessThanEquals => order <= 0,
            Relation.GreaterThan => order > 0,
            Relation.GreaterThanEquals => order >= 0,
            _ => throw new InvalidOperationException($"no such relation: {compare.Relation}"),
        };
    }

    /// <summary>How two values of the type are ordered; null where one of them is not of the type.</summary>
    private static int? Order(ComparedAs type, JsonValue left, JsonValue right) => (type, left, right) switch
    {
        (ComparedAs.String, JsonString a, JsonString b) => string.CompareOrdinal(a.Value, b.Value),
        (ComparedAs.Numeric, JsonNumber { IsInteger: true } a, JsonNumber { IsInteger: true } b) => a.Integer.CompareTo(b.Integer),
        (ComparedAs.Numeric, JsonNumber a, JsonNumber b) => a.Value.CompareTo(b.Value),
        (ComparedAs.Boolean, JsonBoolean a, JsonBoolean b) => a.Value.CompareTo(b.Value),
        (ComparedAs.Timestamp, JsonString a, JsonString b)
            when Timestamp.TryParse(a.Value, out var first) && Timestamp.TryParse(b.Value, out var second) => first.CompareTo(second),
        _ => null,
    };

    /// <summary>The first part starts the text, the last ends it, the others come between in their order.</summary>
    private static bool Matches(string text, ImmutableArray<string> parts)
    {
        if (parts.Length == 1)
        {
            return text == parts[0];
        }

        if (!text.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts.AsSpan()[1..^1])
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
