using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Reading;

/// <summary>Reads what a choice rule asks: one operator, or And, Or, Not over more of them.</summary>
internal static class ConditionReader
{
    private static readonly FrozenDictionary<string, (ComparedAs As, Relation Relation)> Comparisons =
        (from type in Enum.GetValues<ComparedAs>()
         from relation in Enum.GetValues<Relation>()
         where type != ComparedAs.Boolean || relation == Relation.Equals
         select KeyValuePair.Create($"{type}{relation}", (type, relation))).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ValueKind> TypeTests =
        Enum.GetValues<ValueKind>().ToFrozenDictionary(kind => $"Is{kind}");

    private static readonly string[] Operators =
        ["And", "Or", "Not", "StringMatches", .. TypeTests.Keys, .. Comparisons.Keys, .. Comparisons.Keys.Select(name => name + "Path")];

    /// <summary>The condition, or null where it is wrong.</summary>
    public static Condition? Read(FieldReader fields)
    {
        var given = Operators.Where(fields.Has).ToArray();
        if (given.Length != 1)
        {
            fields.Has("Variable");
            fields.Diagnostics.Wrong(
                given.Length == 0 ? "A choice rule must have a comparison operator" : $"Only one of these fields can be used: [{string.Join(", ", given)}]",
                fields.Location);
            return null;
        }

        return given[0] switch
        {
            "And" => ReadAll(fields, "And") is { Length: > 0 } all ? new Condition.And(all) : null,
            "Or" => ReadAll(fields, "Or") is { Length: > 0 } any ? new Condition.Or(any) : null,
            "Not" => ReadInner(fields, "Not", fields.Any("Not")!) is { } inner ? new Condition.Not(inner) : null,
            var op => ReadOperator(fields, op),
        };
    }

    private static ImmutableArray<Condition> ReadAll(FieldReader fields, string name)
    {
        var array = fields.Array(name);
        if (array is { Count: 0 })
        {
            fields.Wrong(name, "Value cannot be empty");
        }

        var inner = array?.Select((one, i) => ReadInner(fields, $"{name}[{i}]", one)).ToArray() ?? [];
        return inner.Contains(null) ? [] : [.. inner.OfType<Condition>()];
    }

    private static Condition? ReadInner(FieldReader fields, string name, JsonValue value)
    {
        if (value is not JsonObject members)
        {
            fields.Wrong(name, FieldReader.ExpectedType("Object"));
            return null;
        }

        var inner = fields.Inside(members, name);
        var condition = Read(inner);
        inner.RefuseOthers();
        return condition;
    }

    private static Condition? ReadOperator(FieldReader fields, string op)
    {
        var variable = fields.Requires("Variable") ? fields.Path("Variable") : null;
        var isPath = !Comparisons.ContainsKey(op) && op.EndsWith("Path", StringComparison.Ordinal);
        var path = isPath ? fields.Path(op) : null;
        var constant = isPath ? null : fields.Any(op);
        if (variable is null || (isPath && path is null))
        {
            return null;
        }

        if (TypeTests.TryGetValue(op, out var kind))
        {
            return constant is JsonBoolean expected ? new Condition.IsOfType(variable, kind, expected.Value) : Wrong(fields, op, "Boolean");
        }

        if (op == "StringMatches")
        {
            return constant is JsonString pattern ? new Condition.Matches(variable, Parts(pattern.Value)) : Wrong(fields, op, "String");
        }

        var (type, relation) = Comparisons[isPath ? op[..^"Path".Length] : op];
        return isPath || IsOf(type, constant!) ? new Condition.Compare(variable, type, relation, constant, path) : Wrong(fields, op, type.ToString());
    }

    private static bool IsOf(ComparedAs type, JsonValue constant) => type switch
    {
        ComparedAs.String => constant is JsonString,
        ComparedAs.Numeric => constant is JsonNumber,
        ComparedAs.Boolean => constant is JsonBoolean,
        _ => constant is JsonString text && Timestamp.TryParse(text.Value, out _),
    };

    private static Condition? Wrong(FieldReader fields, string op, string type)
    {
        fields.Wrong(op, type == nameof(ComparedAs.Timestamp) ? "String does not match RFC3339 timestamp" : FieldReader.ExpectedType(type == nameof(ComparedAs.Numeric) ? "Number" : type));
        return null;
    }

    /// <summary>The texts between the stars of a pattern; a backslash makes a star or a backslash plain.</summary>
    private static ImmutableArray<string> Parts(string pattern)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var part = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '*')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(pattern[i] == '\\' && i + 1 < pattern.Length && pattern[i + 1] is ('*' or '\\') ? pattern[++i] : pattern[i]);
            }
        }

        parts.Add(part.ToString());
        return parts.ToImmutable();
    }
}
