using System.Text;
using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>Says why a definite path leads nowhere, in the words of Jayway JsonPath, which AWS passes on.</summary>
internal static class PathProblem
{
    public static string Describe(JsonPath path, JsonValue root)
    {
        var walked = new StringBuilder("$");
        var value = root;
        for (var i = 0; i < path.Segments.Length; i++)
        {
            var segment = path.Segments[i];
            var before = walked.ToString();
            walked.Append(Shown(segment, ", "));
            if (segment is PathSegment.Properties && i < path.Segments.Length - 1)
            {
                return $"Multi properties can only be used as path leafs: {walked}";
            }

            var next = PathSteps.Definite(segment, value);
            if (next is null)
            {
                return Reason(segment, value, before, walked.ToString(), isLast: i == path.Segments.Length - 1);
            }

            value = next;
        }

        return $"No results for path: {walked}";
    }

    private static string Shown(PathSegment segment, string between) => segment switch
    {
        PathSegment.Property p => $"['{p.Name}']",
        PathSegment.Properties p => $"[{string.Join(between, p.Names.Select(n => $"'{n}'"))}]",
        PathSegment.Index at => $"[{at.At}]",
        PathSegment.Function f => $".{f.Name}()",
        _ => "[*]",
    };

    private static string Reason(PathSegment segment, JsonValue value, string before, string path, bool isLast) => (segment, value) switch
    {
        (PathSegment.Property, JsonObject) when !isLast => $"Missing property in path {path}",
        (PathSegment.Property or PathSegment.Properties, not JsonObject) =>
            $"Expected to find an object with property {Shown(segment, ",")} in path {before} but found '{JavaTypes.Of(value)}'. "
            + $"This is not a json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonProvider'.",
        (PathSegment.Index, JsonNull) => $"The path {before} is null",
        (PathSegment.Index i, not JsonArray) => $"Filter: [{i.At}] can only be applied to arrays. Current context is: {JavaTypes.ToText(value)}",
        _ => $"No results for path: {path}",
    };
}
