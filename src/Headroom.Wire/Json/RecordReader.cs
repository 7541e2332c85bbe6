using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Headroom.Wire.Json;

/// <summary>
/// Reads records from their canonical form without any text in between: the serializer writes a node down first, and reads that, and every
/// call inside the embedded cloud comes by here. Only what is well-formed and plain is read; for all else the serializer has its ways, and its words.
/// </summary>
internal static class RecordReader
{
    private static readonly object Unread = new();
    private static readonly ConcurrentDictionary<Type, Func<JsonNode, object>> Readers = new();

    /// <summary>The record; false where the serializer has to look at the form itself.</summary>
    public static bool TryRead<T>(JsonObject json, out T record)
    {
        var read = ReaderOf(typeof(T))(json);
        record = read is T known ? known : default!;
        return read is T;
    }

    private static Func<JsonNode, object> ReaderOf(Type type) => Readers.GetOrAdd(type, Make);

    private static Func<JsonNode, object> Make(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? Text
            : plain == typeof(bool) ? Truth
            : plain == typeof(int) ? node => Whole(node) is { } whole and >= int.MinValue and <= int.MaxValue ? (int)whole : Unread
            : plain == typeof(long) ? node => Whole(node) is { } whole ? whole : Unread
            : plain == typeof(double) ? Number
            : IsOf(typeof(IReadOnlyList<>), plain) ? List(plain.GenericTypeArguments[0])
            : IsOf(typeof(IReadOnlyDictionary<,>), plain) && plain.GenericTypeArguments[0] == typeof(string) ? Map(plain.GenericTypeArguments[1])
            : WireJson.Options.GetTypeInfo(plain) is { Kind: JsonTypeInfoKind.Object, CreateObject: { } create } shape ? Record(create, shape)
            : node => Serialized(node, plain);
    }

    private static bool IsOf(Type definition, Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    // A half of a surrogate pair would not survive being written down.
    private static object Text(JsonNode node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? text : Unread;

    private static object Truth(JsonNode node) => node is JsonValue value && value.TryGetValue<bool>(out var truth) ? truth : Unread;

    private static object Number(JsonNode node) =>
        node is JsonValue value && value.TryGetValue<double>(out var number) && double.IsFinite(number) ? number : Unread;

    private static long? Whole(JsonNode node) => node switch
    {
        JsonValue value when value.TryGetValue<long>(out var whole) => whole,
        JsonValue value when value.TryGetValue<int>(out var whole) => whole,
        _ => null,
    };

    private static object Serialized(JsonNode node, Type type)
    {
        try
        {
            return node.Deserialize(type, WireJson.Options) ?? Unread;
        }
        catch (JsonException)
        {
            return Unread; // the serializer says it again, with the path from the record's root
        }
    }

    private static Func<JsonNode, object> List(Type element)
    {
        var create = WireJson.Options.GetTypeInfo(typeof(List<>).MakeGenericType(element)).CreateObject!;
        return node =>
        {
            if (node is not JsonArray elements)
            {
                return Unread;
            }

            var (list, read) = ((IList)create(), ReaderOf(element));
            foreach (var one in elements)
            {
                if (one is null || read(one) is var value && value == Unread)
                {
                    return Unread;
                }

                list.Add(value);
            }

            return list;
        };
    }

    private static Func<JsonNode, object> Map(Type element)
    {
        var create = WireJson.Options.GetTypeInfo(typeof(Dictionary<,>).MakeGenericType(typeof(string), element)).CreateObject!;
        return node =>
        {
            if (node is not JsonObject entries)
            {
                return Unread;
            }

            var (map, read) = ((IDictionary)create(), ReaderOf(element));
            foreach (var (key, one) in entries)
            {
                if (one is null || read(one) is var value && value == Unread)
                {
                    return Unread;
                }

                map.Add(key, value);
            }

            return map;
        };
    }

    private static Func<JsonNode, object> Record(Func<object> create, JsonTypeInfo shape)
    {
        var members = shape.Properties.ToDictionary(property => property.Name, property => new Member(property), StringComparer.Ordinal);
        var required = shape.Properties.Count(property => property.IsRequired);
        return node =>
        {
            if (node is not JsonObject given)
            {
                return Unread;
            }

            var (record, missing) = (create(), required);
            foreach (var (name, one) in given)
            {
                if (!members.TryGetValue(name, out var member))
                {
                    continue;
                }

                if (one is null || member.Set is not { } set || member.Read(one) is var value && value == Unread)
                {
                    return Unread;
                }

                set(record, value);
                missing -= member.IsRequired ? 1 : 0;
            }

            return missing == 0 ? record : Unread;
        };
    }

    private sealed class Member(JsonPropertyInfo property)
    {
        public Action<object, object?>? Set { get; } = property.Set;

        public bool IsRequired { get; } = property.IsRequired;

        // Made when it is first read: a record may contain itself.
        public Func<JsonNode, object> Read => field ??= ReaderOf(property.PropertyType);
    }
}
