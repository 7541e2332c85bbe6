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
    private static readonly JsonSerializerOptions AsGiven = new(WireJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LetNullableBeAbsent } },
        Converters = { new LenientBoolean(), new LenientText() },
    };

    // CloudFormation writes names with a capital where an API may not.
    private static readonly JsonSerializerOptions InAnyCase = new(AsGiven) { PropertyNameCaseInsensitive = true };

    /// <summary>What <paramref name="act"/> makes of the properties, or Failed where they are not the type's.</summary>
    public static ResourceProgress Read<T>(JsonObject properties, Func<T, ResourceProgress> act) => Read(properties, AsGiven, act);

    /// <summary><see cref="Read{T}(JsonObject, Func{T, ResourceProgress})"/> into the request of an operation, whose names the properties have but for their case.</summary>
    public static ResourceProgress ReadRequest<TRequest>(JsonObject properties, Func<TRequest, ResourceProgress> act) => Read(properties, InAnyCase, act);

    /// <summary>The properties of a resource that was made from them.</summary>
    /// <exception cref="JsonException">They are not the type's.</exception>
    public static T Of<T>(JsonObject properties) => properties.Deserialize<T>(AsGiven)!;

    private static ResourceProgress Read<T>(JsonObject properties, JsonSerializerOptions options, Func<T, ResourceProgress> act)
    {
        if (PropertyCheck.Refuse(options.GetTypeInfo(typeof(T)), properties, "") is { } problem)
        {
            return new ResourceProgress.Failed(problem);
        }

        try
        {
            return act(properties.Deserialize<T>(options)!);
        }
        catch (JsonException fault)
        {
            return new ResourceProgress.Failed($"Properties validation failed: {Pointer(fault.Path)}: not of the kind that the property takes");
        }
    }

    // $.LoadBalancers[0].Port, as CloudFormation says it: #/LoadBalancers/0/Port
    private static string Pointer(string? path) => (path ?? "$").Replace('$', '#').Replace('.', '/').Replace('[', '/').Replace("]", "", StringComparison.Ordinal);

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
