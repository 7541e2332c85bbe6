using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>Puts a value at the place that a reference path names (ResultPath).</summary>
internal static class PathWriting
{
    /// <summary>
    /// The root with the value put in: missing objects on the way are made; null where the way leads through something that is
    /// no object, or to an item that the array does not have.
    /// </summary>
    public static JsonValue? Put(this JsonPath path, JsonValue root, JsonValue value) => Put(path, 0, root, value);

    private static JsonValue? Put(JsonPath path, int depth, JsonValue? at, JsonValue value)
    {
        if (depth == path.Segments.Length)
        {
            return value;
        }

        switch (path.Segments[depth])
        {
            case PathSegment.Property p when at is null or JsonObject:
                var members = at as JsonObject ?? JsonObject.Empty;
                return Put(path, depth + 1, members[p.Name], value) is { } member ? members.With(p.Name, member) : null;
            case PathSegment.Index i when at is JsonArray array && i.At >= 0 && i.At < array.Count:
                return Put(path, depth + 1, array[i.At], value) is { } item ? array.With(i.At, item) : null;
            default:
                return null;
        }
    }
}
