using System.Text.Json.Nodes;

namespace Headroom.Tools.ApiDescriptions.Descriptions;

/// <summary>The shapes that operations reach, in our form, by name.</summary>
internal static class ReachableShapes
{
    public static SortedDictionary<string, JsonObject> Of(IEnumerable<JsonObject> operations, JsonObject shapes)
    {
        var found = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var waiting = new Stack<string>(operations.SelectMany(OfOperation));
        while (waiting.TryPop(out var name))
        {
            if (!found.ContainsKey(name))
            {
                var shape = shapes[name]!.AsObject();
                found[name] = ShapeBuilder.Build(shape);
                foreach (var next in OfShape(shape))
                {
                    waiting.Push(next);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> OfOperation(JsonObject operation) =>
        new[] { operation["input"], operation["output"] }
            .Concat(operation["errors"]?.AsArray() ?? [])
            .OfType<JsonValue>()
            .Select(name => (string)name!);

    private static IEnumerable<string> OfShape(JsonObject shape) =>
        new[] { shape["member"], shape["key"], shape["value"] }
            .Concat((shape["members"]?.AsObject() ?? []).Select(member => member.Value))
            .OfType<JsonObject>()
            .Select(reference => (string)reference["shape"]!);
}
