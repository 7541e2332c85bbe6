using Headroom.States.Json;

namespace Headroom.States.History;

/// <summary>How a payload stands in details: its text and, beside it, whether it was cut (it never is here).</summary>
internal static class Payloads
{
    private static readonly JsonObject Whole = new JsonObjectBuilder().Set("truncated", JsonValue.From(false)).Build();

    public static JsonObjectBuilder SetPayload(this JsonObjectBuilder json, string name, JsonValue value) =>
        json.Set(name, value.ToString()).Set(name + "Details", Whole);

    public static JsonObjectBuilder SetVariables(this JsonObjectBuilder json, JsonObject? assigned) =>
        assigned is not { Count: > 0 } ? json
        : json.Set("assignedVariables", new JsonObject(assigned.Select(v => KeyValuePair.Create(v.Key, JsonValue.From(v.Value.ToString())))))
            .Set("assignedVariablesDetails", Whole);
}
