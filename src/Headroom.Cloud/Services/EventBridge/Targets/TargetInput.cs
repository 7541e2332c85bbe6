using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge.Targets;

/// <summary>
/// What a target is sent: the event, a part of it (<c>InputPath</c>), a constant (<c>Input</c>) or a template filled from it
/// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html).
/// </summary>
internal static class TargetInput
{
    internal static string Of(Step step, StoredRule rule, Target target, JsonObject envelope) => target switch
    {
        { Input: { } constant } => constant,
        { InputPath: { } path } => Text(EventPath.Find(envelope, path)),
        { InputTransformer: { } transformer } => Filled(step, rule, transformer, envelope),
        _ => Text(envelope),
    };

    private static string Filled(Step step, StoredRule rule, InputTransformer transformer, JsonObject envelope)
    {
        var values = new Dictionary<string, JsonNode?>
        {
            ["aws.events.rule-arn"] = rule.Arn(step.Settings),
            ["aws.events.rule-name"] = rule.Name,
            ["aws.events.event.ingestion-time"] = Instants.Canonical(step.Now),
            ["aws.events.event"] = envelope.Without("detail"),
            ["aws.events.event.json"] = envelope,
        };
        foreach (var (name, path) in transformer.InputPathsMap ?? new Dictionary<string, string>())
        {
            values[name] = EventPath.Find(envelope, path);
        }

        return Fill(transformer.InputTemplate, values);
    }

    private static string Fill(string template, Dictionary<string, JsonNode?> values)
    {
        var filled = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < template.Length; i++)
        {
            var end = template[i] == '<' ? template.IndexOf('>', i) : -1;
            if (end > 0 && values.TryGetValue(template[(i + 1)..end], out var value))
            {
                filled.Append(quoted ? Inside(value) : Text(value));
                i = end;
                continue;
            }

            if (template[i] == '"' && (i == 0 || template[i - 1] != '\\'))
            {
                quoted = !quoted;
            }

            filled.Append(template[i]);
        }

        return filled.ToString();
    }

    // Within quotes a text stands without its own, and anything else as JSON, escaped.
    private static string Inside(JsonNode? value)
    {
        var text = value is JsonValue plain && plain.GetValueKind() == JsonValueKind.String ? plain.GetValue<string>() : Text(value);
        return JsonValue.Create(text).ToJsonString(WireJson.Options)[1..^1];
    }

    private static string Text(JsonNode? value) => value?.ToJsonString(WireJson.Options) ?? "null";
}
