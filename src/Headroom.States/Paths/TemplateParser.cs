using System.Collections.Immutable;
using Headroom.States.Intrinsics;
using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>A definition's JSON to <see cref="Template"/>.</summary>
internal static class TemplateParser
{
    private const string Evaluated = ".$";

    /// <summary>
    /// The template; a member whose text is neither path nor function is told by the exception, which names it.
    /// </summary>
    /// <exception cref="PathSyntaxException">A member that is to be evaluated cannot be.</exception>
    public static Template Parse(JsonValue value) => value switch
    {
        JsonObject o => ParseMembers(o),
        JsonArray a => ParseItems(a),
        _ => new Template.Constant(value),
    };

    private static Template ParseMembers(JsonObject value)
    {
        var members = value.Select(m => m.Key.EndsWith(Evaluated, StringComparison.Ordinal)
            ? KeyValuePair.Create(m.Key[..^Evaluated.Length], ParseEvaluated(m.Key, m.Value))
            : KeyValuePair.Create(m.Key, Parse(m.Value))).ToImmutableArray();
        if (members.DistinctBy(m => m.Key).Count() != members.Length)
        {
            throw new PathSyntaxException($"The field '{members.GroupBy(m => m.Key).First(g => g.Count() > 1).Key}' is given twice");
        }

        return members.All(m => m.Value is Template.Constant) ? new Template.Constant(value) : new Template.Members(members);
    }

    private static Template ParseItems(JsonArray value)
    {
        var items = value.Select(Parse).ToImmutableArray();
        return items.All(i => i is Template.Constant) ? new Template.Constant(value) : new Template.Items(items);
    }

    private static Template ParseEvaluated(string field, JsonValue value)
    {
        var text = (value as JsonString)?.Value ?? "";
        try
        {
            return text.StartsWith('$') ? new Template.AtPath(field, ReferenceParser.Parse(text)) : new Template.Call(FunctionParser.Parse(text));
        }
        catch (PathSyntaxException)
        {
            throw new PathSyntaxException($"The value for the field '{field}' must be a valid JSONPath or a valid intrinsic function call");
        }
    }
}
