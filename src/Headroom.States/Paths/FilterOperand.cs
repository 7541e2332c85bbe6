using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>One side of a comparison in a filter.</summary>
internal abstract record FilterOperand
{
    /// <summary>Its value for an item, or null where it leads nowhere.</summary>
    public abstract JsonValue? Value(JsonValue item, JsonValue root);

    public sealed record Literal(JsonValue Constant) : FilterOperand
    {
        public override JsonValue? Value(JsonValue item, JsonValue root) => Constant;
    }

    public sealed record FromItem(JsonPath Path) : FilterOperand
    {
        public override JsonValue? Value(JsonValue item, JsonValue root) => Path.Read(item);
    }

    public sealed record FromRoot(JsonPath Path) : FilterOperand
    {
        public override JsonValue? Value(JsonValue item, JsonValue root) => Path.Read(root);
    }
}
