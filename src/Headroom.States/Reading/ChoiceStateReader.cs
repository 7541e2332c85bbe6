using System.Collections.Immutable;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Reading;

/// <summary>Reads a Choice state.</summary>
internal static class ChoiceStateReader
{
    public static ChoiceState? Read(string name, FieldReader fields)
    {
        var choices = fields.Requires("Choices") ? fields.Array("Choices") : null;
        if (choices is { Count: 0 })
        {
            fields.Wrong("Choices", "Value cannot be empty");
        }

        var rules = choices?.Select((rule, i) => ReadRule(fields, rule, i)).OfType<ChoiceRule>().ToImmutableArray() ?? [];
        return new ChoiceState { Name = name, Choices = rules, Next = fields.Text("Default") };
    }

    private static ChoiceRule? ReadRule(FieldReader fields, JsonValue rule, int at)
    {
        if (rule is not JsonObject members)
        {
            fields.Wrong($"Choices[{at}]", FieldReader.ExpectedType("Object"));
            return null;
        }

        var inner = fields.Inside(members, $"Choices[{at}]");
        var next = inner.Requires("Next") ? inner.Text("Next") : null;
        var assign = inner.Assign();
        var condition = ConditionReader.Read(inner);
        inner.RefuseOthers();
        return next is null || condition is null ? null : new ChoiceRule(condition, next, assign);
    }
}
