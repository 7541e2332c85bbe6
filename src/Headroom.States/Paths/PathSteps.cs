using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>Where each kind of segment leads from a value.</summary>
internal static class PathSteps
{
    /// <summary>The one value that a definite segment leads to, or null.</summary>
    public static JsonValue? Definite(PathSegment segment, JsonValue value) => (segment, value) switch
    {
        (PathSegment.Property p, JsonObject o) => o[p.Name],
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
            case PathSegment.Properties p when value is JsonObject o:
                into.Add(new JsonObject(p.Names.Where(n => o[n] is not null).Select(n => KeyValuePair.Create(n, o[n]!))));
                break;
            case PathSegment.Indexes i when value is JsonArray a:
                into.AddRange(i.At.Select(at => At(a, at)).OfType<JsonValue>());
                break;
            case PathSegment.Slice s when value is JsonArray a:
                AddSlice(s, a, into);
                break;
            case PathSegment.Filter f:
                into.AddRange((value is JsonArray ? Children(value) : [value]).Where(item => f.Expression.Holds(item, root)));
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

    private static void AddSlice(PathSegment.Slice slice, JsonArray array, List<JsonValue> into)
    {
        var from = Math.Max(0, slice.From is < 0 and var f ? array.Count + f : slice.From ?? 0);
        var to = Math.Min(array.Count, slice.To is < 0 and var t ? array.Count + t : slice.To ?? array.Count);
        for (var i = (long)from; i < to; i += slice.Step)
        {
            into.Add(array[(int)i]);
        }
    }
}
