using Headroom.States.Data;
using Headroom.States.Json;

namespace Headroom.States.Testing;

/// <summary>The context object and the variables that a tested state sees.</summary>
internal sealed class TestScope(JsonValue context, JsonObject variables) : IDataScope
{
    /// <summary><c>$$.Map</c>, while an item is being selected.</summary>
    public JsonValue? Map { get; set; }

    public JsonValue Context => Map is { } map && context is JsonObject known ? known.With("Map", map) : context;

    public JsonValue? Variable(string name) => variables[name];
}
