using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Headroom.Rehearsal.Plans;

/// <summary>Reads a plan from JSON; comments and trailing commas may be in it.</summary>
public static class PlanReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new DurationConverter() },
    };

    /// <summary>The plan that a text is.</summary>
    /// <exception cref="PlanException">It is none; the message says why.</exception>
    public static RehearsalPlan Read(string json)
    {
        RehearsalPlan plan;
        try
        {
            plan = JsonSerializer.Deserialize<RehearsalPlan>(json, Options) ?? throw new PlanException("The plan is null: write an object with a push.");
        }
        catch (JsonException fault)
        {
            throw new PlanException(Line(fault), fault);
        }

        return PlanRules.Broken(plan) is { } broken ? throw new PlanException(broken) : plan;
    }

    private static string Line(JsonException fault)
    {
        var place = fault.Path?.TrimStart('$', '.') ?? "";
        return place.Length > 0 ? $"{place}: {What(fault)}" : What(fault);
    }

    // .NET's own words name types of the program, which say nothing to whoever writes a plan.
    private static string What(JsonException fault) => fault switch
    {
        { InnerException: FormatException { Message: var own } } => own,
        { Message: var message } when message.Contains("missing required properties", StringComparison.Ordinal) => $"{message.Split('\'')[^2]} is missing.",
        { Message: var message } when message.Contains("could not be mapped", StringComparison.Ordinal) => $"there is no field {message.Split('\'')[1]}.",
        { Message: var message } when message.Contains("could not be converted", StringComparison.Ordinal) => "the value is not of the kind that is wanted here.",
        { Message: var message } => message.Split(" Path: ")[0],
    };

    private sealed class DurationConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : null;
            try
            {
                return XmlConvert.ToTimeSpan(text ?? "");
            }
            catch (FormatException)
            {
                throw new JsonException(null, new FormatException($"{text ?? "what is given"} is no ISO 8601 duration such as PT5M."));
            }
        }

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(XmlConvert.ToString(value));
    }
}
