using System.Collections;
using System.Text.Json;

namespace Headroom.States.Json;

/// <summary>A JSON array.</summary>
public sealed class JsonArray : JsonValue, IReadOnlyList<JsonValue>
{
    private readonly JsonValue[] items;
    private int size;
    private int depth;

    /// <summary>An array of these items; the caller gives the array away.</summary>
    internal JsonArray(JsonValue[] items) => this.items = items;

    /// <summary>An array of these items.</summary>
    public JsonArray(IEnumerable<JsonValue> items) => this.items = [.. items];

    /// <summary>The array without items.</summary>
    public static JsonArray Empty { get; } = new(Array.Empty<JsonValue>());

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public JsonValue this[int index] => items[index];

    internal ReadOnlySpan<JsonValue> Items => items;

    /// <summary>The same array with one item replaced.</summary>
    internal JsonArray With(int index, JsonValue item)
    {
        var copy = (JsonValue[])items.Clone();
        copy[index] = item;
        return new JsonArray(copy);
    }

    /// <inheritdoc/>
    public override int SizeInBytes => size > 0 ? size : size = Math.Max(2, items.Length + 1) + items.Sum(i => i.SizeInBytes);

    internal override int Depth => depth > 0 ? depth : depth = 1 + (items.Length == 0 ? 0 : items.Max(i => i.Depth));

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            item.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => other is JsonArray array && items.AsSpan().SequenceEqual(array.items);

    /// <inheritdoc/>
    public override int GetHashCode() => items.Aggregate(items.Length, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<JsonValue> GetEnumerator() => ((IEnumerable<JsonValue>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
