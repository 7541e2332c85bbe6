using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Execution.Maps;

/// <summary>The items of a Map state that are in its input.</summary>
internal static class MapItems
{
    /// <summary>The items, or null where the path leads to something else, which the evaluation then tells.</summary>
    public static JsonArray? Find(Evaluation evaluation, MapState state, JsonValue input)
    {
        evaluation.Input = input;
        var found = state.ItemsPath is null ? input : state.ItemsPath.Read(evaluation);
        if (found is JsonArray items)
        {
            return items;
        }

        // AWS shows the path as it is inside of what it starts from: "$.Execution.Input" for "$$.Execution.Input".
        var shown = state.ItemsPath?.Path.Text ?? "$";
        evaluation.Fail(StateError.Runtime, found is null && state.ItemsPath is { } path
            ? $"Invalid path '{path.Text}' : {path.Missing(evaluation)}"
            : $"Reference path \"{shown}\" must point to array.");
        return null;
    }

    /// <summary><c>$$.Map</c> of an item.</summary>
    public static JsonObject Context(int index, JsonValue value) =>
        new JsonObjectBuilder().Set("Item", new JsonObjectBuilder().Set("Index", index).Set("Value", value).Build()).Build();
}
