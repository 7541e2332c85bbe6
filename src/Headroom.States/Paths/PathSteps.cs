using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>Where each kind of segment leads from a value.</summary>
internal static class PathSteps
{
    /// <summary>The one value that a definite segment leads to, or null.</summary>
    public static JsonValue? Definite(PathSegment segment, JsonValue value) => (segment, value) switch
    {
        (PathSegment.Property p, JsonObject o) => o[p.Name],
        (PathSegment.Properties p, JsonObject o) => new JsonObject(p.Names.Where(n => o[n] is not null).Select(n => KeyValuePair.Create(n, o[n]!))),
        (PathSegment.Index i, JsonArray a) => At(a, i.At),
        (PathSegment.Function f, _) => PathFunctions.Apply(f.Name, value),
        _ => null,
    };

    /// <summary>Adds every value that a segment of an indefinite path leads to.</summary>
    public static void Indefinite(PathSegment segment, JsonValue value, JsonValue root, List<JsonValue> into)
    {
        switch (segment)
        {
            case PathSegment.Wildcard:
                into.AddRange(Children(value));
                break;
            case PathSegment.Descendants:
                AddDescendants(value, into);
                break;
            case PathSegment.Indexes i when value is JsonArray a:
                into.AddRange(i.At.Select(at => At(a, at)).OfType<JsonValue>());
                break;
            case PathSegment.Slice s when value is JsonArray a:
                AddSlice(s, a, into);
                break;
            case PathSegment.Filter f:
                into.AddRange(Asked(f, value).Where(item => f.Expression.Holds(item, root)));
                break;
            default:
                if (Definite(segment, value) is { } found)
                {
                    into.Add(found);
                }

                break;
        }
    }

    private static JsonValue? At(JsonArray array, int index)
    {
        var at = index < 0 ? array.Count + index : index;
        return at >= 0 && at < array.Count ? array[at] : null;
    }

    private static IEnumerable<JsonValue> Children(JsonValue value) => value switch
    {
        JsonArray array => array,
        JsonObject o => o.Select(m => m.Value),
        _ => [],
    };

    private static void AddDescendants(JsonValue value, List<JsonValue> into)
    {
        into.Add(value);
        foreach (var child in Children(value))
        {
            AddDescendants(child, into);
        }
    }

    private static IEnumerable<JsonValue> Asked(PathSegment.Filter filter, JsonValue value) => value switch
    {
        JsonArray array when !filter.OfAll => array,
        JsonObject => [value],
        _ => [],
    };

    /// <summary>
    /// As Jayway JsonPath does it: with both ends given a negative one is not counted from the end before the two are compared, so
    /// <c>[1:-1]</c> is empty and <c>[-1:1]</c> the last item and the first.
    /// </summary>
    private static void AddSlice(PathSegment.Slice slice, JsonArray array, List<JsonValue> into)
    {
        var (from, to) = (slice.From, slice.To) switch
        {
            ({ } f, null) => (Math.Max(0, f < 0 ? array.Count + f : f), array.Count),
            (null, { } t) => (0, Math.Min(array.Count, t < 0 ? array.Count + t : t)),
            var (f, t) => (Math.Max(f!.Value, -array.Count), Math.Min(array.Count, t!.Value)),
        };
        for (var i = from; i < to; i++)
        {
            into.Add(At(array, i)!);
        }
    }
}
