using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services;

/// <summary>
/// Reads a resource's properties into a record that names every property its type takes: what the record does not name is
/// refused, and so is the absence of what is neither nullable nor has a default, as CloudFormation does. Texts such as <c>"5"</c> and <c>"true"</c> count as the number or boolean that the property wants.
/// </summary>
public static class ResourceProperties
{
    private static readonly JsonSerializerOptions Options = new(WireJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullableBeAbsent } },
        Converters = { new LenientBoolean(), new LenientText() },
    };

    /// <summary>What <paramref name="act"/> makes of the properties, or Failed where they are not the type's.</summary>
    public static ResourceProgress Read<T>(JsonObject properties, Func<T, ResourceProgress> act)
    {
        var known = Options.GetTypeInfo(typeof(T)).Properties;
        if (properties.FirstOrDefault(property => known.All(one => one.Name != property.Key)).Key is { } unknown)
        {
            return new ResourceProgress.Failed($"Encountered unsupported property {unknown}");
        }

        if (known.FirstOrDefault(property => property.IsRequired && !properties.ContainsKey(property.Name)) is { } missing)
        {
            return new ResourceProgress.Failed($"Properties validation failed: #: required key [{missing.Name}] not found");
        }

        try
        {
            return act(Of<T>(properties));
        }
        catch (JsonException problem)
        {
            return new ResourceProgress.Failed($"Properties validation failed: {problem.Message}");
        }
    }

    /// <summary>The properties of a resource that was made from them.</summary>
    /// <exception cref="JsonException">They are not the type's.</exception>
    public static T Of<T>(JsonObject properties) => properties.Deserialize<T>(Options)!;

    private static void LetNullableBeAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AssociatedParameter is { IsNullable: true }))
        {
            property.IsRequired = false;
        }
    }

    private sealed class LenientBoolean : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw new JsonException("expected a boolean"),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }

    private sealed class LenientText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => JsonElement.ParseValue(ref reader).GetRawText(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => throw new JsonException("expected text"),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
