using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Headroom.States.Json;

#pragma warning disable CA1710 // JSON's own word for it is object
/// <summary>A JSON object. Members keep the order in which they were written.</summary>
public sealed class JsonObject : JsonValue, IReadOnlyCollection<KeyValuePair<string, JsonValue>>
{
    /// <summary>Up to this many members are found by comparing names: cheaper than hashing, and most objects are small.</summary>
    private const int SearchedInOrder = 32;

    private readonly KeyValuePair<string, JsonValue>[] members;
    private int size;
    private int depth;
    private Dictionary<string, int>? index;

    /// <summary>An object of these members, whose names differ; the caller gives the array away.</summary>
    internal JsonObject(KeyValuePair<string, JsonValue>[] members) => this.members = members;

    /// <summary>An object of these members; of two with one name the last counts.</summary>
    public JsonObject(IEnumerable<KeyValuePair<string, JsonValue>> members)
    {
        var builder = new JsonObjectBuilder();
        foreach (var (name, value) in members)
        {
            builder.Set(name, value);
        }

        this.members = builder.ToMembers();
    }

    /// <summary>The object without members.</summary>
    public static JsonObject Empty { get; } = new(Array.Empty<KeyValuePair<string, JsonValue>>());

    /// <inheritdoc/>
    public int Count => members.Length;

    /// <summary>The member's value, or null where there is no such member.</summary>
    public JsonValue? this[string name] => IndexOf(name) is >= 0 and var i ? members[i].Value : null;

    internal ReadOnlySpan<KeyValuePair<string, JsonValue>> Members => members;

    /// <summary>The member's value, where there is one.</summary>
    public bool TryGetValue(string name, [NotNullWhen(true)] out JsonValue? value) => (value = this[name]) is not null;

    /// <summary>The same object with one member replaced, or added at the end.</summary>
    public JsonObject With(string name, JsonValue value)
    {
        var at = IndexOf(name);
        var copy = new KeyValuePair<string, JsonValue>[at < 0 ? members.Length + 1 : members.Length];
        members.CopyTo(copy, 0);
        copy[at < 0 ? members.Length : at] = new(name, value);
        return new JsonObject(copy);
    }

    /// <inheritdoc/>
    public override int SizeInBytes => size > 0 ? size : size = Measured();

    internal override int Depth => depth > 0 ? depth : depth = 1 + DeepestMember();

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) =>
        other is JsonObject o && o.Count == Count && members.All(m => m.Value.Equals(o[m.Key]));

    /// <inheritdoc/>
    public override int GetHashCode() => members.Aggregate(members.Length, (sum, m) => sum + HashCode.Combine(m.Key, m.Value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonValue>> GetEnumerator() => members.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => members.GetEnumerator();

    private int DeepestMember()
    {
        var deepest = 0;
        foreach (var (_, value) in members)
        {
            deepest = Math.Max(deepest, value.Depth);
        }

        return deepest;
    }

    private int Measured()
    {
        var sum = Math.Max(2, members.Length + 1);
        foreach (var (name, value) in members)
        {
            sum += SizeOf(name) + 1 + value.SizeInBytes;
        }

        return sum;
    }

    private int IndexOf(string name)
    {
        if (members.Length > SearchedInOrder)
        {
            index ??= Indexed();
            return index.TryGetValue(name, out var found) ? found : -1;
        }

        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Key == name)
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> Indexed()
    {
        var byName = new Dictionary<string, int>(members.Length);
        for (var i = 0; i < members.Length; i++)
        {
            byName[members[i].Key] = i;
        }

        return byName;
    }
}
