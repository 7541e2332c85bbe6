using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Tests.Recorded;

/// <summary>Compares what was recorded with what came out, by the rules of the cases' README.</summary>
internal static partial class Comparison
{
    private static readonly ImmutableHashSet<string> Bare =
    [
        "timestamp", "datetime", "date", "start-time", "entered-time", "start-date", "snf_role_arn", "sfn_role_arn", "RequestId",
        "x-amzn-RequestId", "x-amzn-requestid", "X-Amzn-Trace-Id", "x-amz-crc32",
    ];

    private static readonly ImmutableHashSet<string> Transport = ["SdkHttpMetadata", "SdkResponseMetadata"];

    /// <summary>JSON objects inside strings, at any depth, as objects; transport headers left out.</summary>
    public static JsonValue Parsed(JsonValue value) => value switch
    {
        JsonString s when s.Value.StartsWith('{') && JsonValue.TryParse(s.Value, out var inner) => Parsed(inner),
        JsonArray a => new JsonArray(a.Select(Parsed)),
        JsonObject o => new JsonObject(o.Where(m => !Transport.Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, Parsed(m.Value)))),
        _ => value,
    };

    /// <summary>A payload's text as JSON.</summary>
    public static JsonValue Loaded(JsonValue value) =>
        value is JsonString s && JsonValue.TryParse(s.Value, out var inner) ? Parsed(inner) : Parsed(value);

    public static bool Matches(JsonValue? recorded, JsonValue? actual, ImmutableHashSet<string> placeholders) => (recorded, actual) switch
    {
        (JsonString r, _) when Bare.Contains(r.Value) || placeholders.Contains(r.Value) => true,
        (JsonString r, JsonString a) => r.Value == a.Value || MatchesText(r.Value, a.Value),
        (JsonArray r, JsonArray a) => r.Count == a.Count && r.Zip(a).All(p => Matches(p.First, p.Second, placeholders)),
        (JsonObject r, JsonObject a) => r.Select(m => m.Key).ToHashSet().SetEquals(a.Select(m => m.Key))
            && r.All(m => Matches(m.Value, a[m.Key], placeholders)),
        (null, null) => true,
        _ => recorded is not null && recorded.Equals(actual),
    };

    /// <summary>An event as GetExecutionHistory shows it, its payloads parsed, its time left out.</summary>
    public static JsonObject Shown(HistoryEvent happened)
    {
        var shown = new JsonObjectBuilder()
            .Set("id", happened.Id).Set("previousEventId", happened.PreviousEventId).Set("type", happened.Type.ToString());
        if (happened.Details is { } details)
        {
            shown.Set(details.Member, details.ToJson());
        }

        return Shown(shown.Build());
    }

    /// <summary>A recorded event in the same form; its payloads were parsed when it was recorded.</summary>
    public static JsonObject Recorded(JsonObject happened) => new(happened
        .Where(m => m.Key != "timestamp").Select(m => KeyValuePair.Create(m.Key, m.Value is JsonObject details ? Parsed(details) : m.Value)));

    private static JsonObject Shown(JsonObject happened) =>
        new(happened.Select(m => KeyValuePair.Create(m.Key, m.Value is JsonObject details ? Details(details) : m.Value)));

    private static JsonObject Details(JsonObject details) => new(details.Select(m => KeyValuePair.Create(m.Key, m.Key switch
    {
        "input" or "output" or "parameters" => Loaded(m.Value),
        "assignedVariables" => new JsonObject(((JsonObject)m.Value).Select(v => KeyValuePair.Create(v.Key, Loaded(v.Value)))),
        "cause" => Parsed(m.Value),
        _ => m.Value,
    })));

    private static bool MatchesText(string recorded, string actual)
    {
        var parts = Placeholder().Split(recorded);
        return parts.Length > 1 && Regex.IsMatch(actual, $"^{string.Join(".*", parts.Select(Regex.Escape))}$", RegexOptions.Singleline);
    }

    [GeneratedRegex(@"<?<[A-Za-z_][\w:.\- ]*>(?::\d+>)?")]
    private static partial Regex Placeholder();
}
