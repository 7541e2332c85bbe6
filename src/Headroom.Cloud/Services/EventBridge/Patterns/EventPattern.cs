using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.EventBridge.Patterns;

/// <summary>
/// What an event must be like (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html): every field that
/// the pattern names must match, and one of each group of alternatives.
/// </summary>
/// <param name="Fields">Fields by name.</param>
/// <param name="Alternatives">For each <c>$or</c>: patterns of which one must match.</param>
internal sealed record EventPattern(
    ImmutableArray<KeyValuePair<string, FieldPattern>> Fields,
    IReadOnlyList<IReadOnlyList<EventPattern>> Alternatives)
{
    /// <summary>Whether a subject of which only some members are known could match.</summary>
    internal bool MayMatch(JsonObject known)
    {
        foreach (var (name, field) in Fields)
        {
            if (known.ContainsKey(name) && !field.Matches(known, name))
            {
                return false;
            }
        }

        return true;
    }

    internal bool Matches(JsonObject subject)
    {
        foreach (var (name, field) in Fields)
        {
            if (!field.Matches(subject, name))
            {
                return false;
            }
        }

        return Alternatives.Count == 0 || Alternatives.All(group => group.Any(alternative => alternative.Matches(subject)));
    }
}

/// <summary>What a field must be like.</summary>
internal abstract record FieldPattern
{
    private FieldPattern()
    {
    }

    internal abstract bool Matches(JsonObject subject, string name);

    /// <summary>An object that matches a pattern; in a list of objects, one of them.</summary>
    internal sealed record Nested(EventPattern Pattern) : FieldPattern
    {
        internal override bool Matches(JsonObject subject, string name) => subject[name] switch
        {
            JsonObject value => Pattern.Matches(value),
            JsonArray list when list.OfType<JsonObject>().ToList() is { Count: > 0 } objects => objects.Exists(Pattern.Matches),

            // Where there is nothing, the fields that must not exist do not.
            _ => Pattern.Matches([]),
        };
    }

    /// <summary>A value, or one value of a list, that passes one of the tests.</summary>
    internal sealed record Leaf(ImmutableArray<ValueTest> Tests) : FieldPattern
    {
        internal override bool Matches(JsonObject subject, string name)
        {
            var found = subject.TryGetPropertyValue(name, out var value);
            foreach (var test in Tests)
            {
                if (Passes(test, found, value))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool Passes(ValueTest test, bool found, JsonNode? value) => test switch
        {
            ValueTest.Exists exists => exists.Wanted == (found && value is not JsonObject),
            _ when !found || value is JsonObject => false,
            _ => value is JsonArray list ? list.Any(test.Passes) : test.Passes(value),
        };
    }
}
