using System.Collections.Immutable;
using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>
/// A JSONPath, parsed once. A definite path leads to one value or to none; an indefinite one (with a wildcard, slice, filter or
/// <c>..</c>) always leads to an array, empty where nothing matches.
/// </summary>
internal sealed class JsonPath
{
    /// <summary>
    /// As many values as a path may lead to on its way: far more than a payload can hold, far less than <c>$..*..*..*</c> can make of one.
    /// </summary>
    private const int MostValues = 1_000_000;

    private readonly bool leadsNowhere;

    public JsonPath(string text, ImmutableArray<PathSegment> segments)
    {
        Text = text;
        Segments = segments;
        IsDefinite = segments.All(s => s.IsDefinite);
        leadsNowhere = segments.SkipLast(1).Any(s => s is PathSegment.Properties);
    }

    public string Text { get; }

    public ImmutableArray<PathSegment> Segments { get; }

    public bool IsDefinite { get; }

    /// <summary>Whether it names one place that a value can be put at: properties and indexes only.</summary>
    public bool IsReference => Segments.All(s => s is PathSegment.Property or PathSegment.Index { At: >= 0 });

    /// <summary>Reads from a value; null where a definite path leads nowhere and an indefinite one leads to too much.</summary>
    public JsonValue? Read(JsonValue root) =>
        leadsNowhere ? (IsDefinite ? null : JsonArray.Empty)
        : IsDefinite ? ReadDefinite(root)
        : ReadIndefinite(root);

    /// <summary>Whether it leads to an array, and there to an item that the array does not have.</summary>
    public bool IsPastEnd(JsonValue root) =>
        IsDefinite && Segments is [.. var before, PathSegment.Index index]
        && new JsonPath(Text, before).Read(root) is JsonArray array && PathSteps.Definite(index, array) is null;

    /// <summary>Why a definite path leads nowhere, in the words of the JSONPath library that AWS shows.</summary>
    public string Missing(JsonValue root) =>
        IsDefinite ? PathProblem.Describe(this, root) : $"The path '{Text}' has no value here, or leads to more than {MostValues} values";

    private JsonValue? ReadDefinite(JsonValue root)
    {
        JsonValue? value = root;
        foreach (var segment in Segments)
        {
            value = PathSteps.Definite(segment, value!);
            if (value is null)
            {
                return null;
            }
        }

        return value;
    }

    private JsonValue? ReadIndefinite(JsonValue root)
    {
        var function = Segments[^1] as PathSegment.Function;
        var found = new List<JsonValue> { root };
        foreach (var segment in function is null ? Segments : Segments[..^1])
        {
            var next = new List<JsonValue>();
            foreach (var value in found)
            {
                PathSteps.Indefinite(segment, value, root, next);
                if (next.Count > MostValues)
                {
                    return null;
                }
            }

            found = next;
        }

        var all = new JsonArray(found.ToArray());
        return function is null ? all : PathFunctions.Apply(function.Name, all);
    }
}
