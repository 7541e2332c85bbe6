using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.DynamoDb;

/// <summary>Attribute values as the case tables write them: plain JSON, sets as <c>{"$SS": [...]}</c>.</summary>
internal static class PlainValues
{
    public static JsonObject Item(string json) => Members(Parse(json));

    public static JsonObject Members(JsonObject members) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Value(member.Value))));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static JsonObject Value(JsonNode? plain) => plain switch
    {
        null => new() { ["NULL"] = true },
        JsonArray list => new() { ["L"] = new JsonArray([.. list.Select(Value)]) },
        JsonObject { Count: 1 } set when set.First() is { Key: ['$', .. var type], Value: JsonArray elements } =>
            new() { [type] = new JsonArray([.. elements.Select(element => (JsonNode?)Text(element!))]) },
        JsonObject map => new() { ["M"] = Members(map) },
        _ when plain.GetValueKind() == System.Text.Json.JsonValueKind.Number => new() { ["N"] = plain.ToJsonString() },
        _ when plain.GetValueKind() == System.Text.Json.JsonValueKind.String => new() { ["S"] = plain.GetValue<string>() },
        _ => new() { ["BOOL"] = plain.GetValue<bool>() },
    };

    private static string Text(JsonNode element) =>
        element.GetValueKind() == System.Text.Json.JsonValueKind.String ? element.GetValue<string>() : element.ToJsonString();
}
