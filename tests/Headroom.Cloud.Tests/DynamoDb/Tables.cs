using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.DynamoDb;

/// <summary>Tables for tests.</summary>
internal static class Tables
{
    public static JsonObject Key(string pk) => PlainValues.Members(new() { ["pk"] = pk });

    public static JsonObject Key(string pk, int sk) => PlainValues.Members(new() { ["pk"] = pk, ["sk"] = sk });

    /// <summary>A table with the string key <c>pk</c> and, if wanted, the number <c>sk</c> as sort key.</summary>
    public static void Create(TestCloud cloud, string name, bool sorted = false)
    {
        JsonArray attributes = [new JsonObject { ["AttributeName"] = "pk", ["AttributeType"] = "S" }];
        JsonArray schema = [new JsonObject { ["AttributeName"] = "pk", ["KeyType"] = "HASH" }];
        if (sorted)
        {
            attributes.Add(new JsonObject { ["AttributeName"] = "sk", ["AttributeType"] = "N" });
            schema.Add(new JsonObject { ["AttributeName"] = "sk", ["KeyType"] = "RANGE" });
        }

        cloud.Call("dynamodb", "CreateTable", new()
        {
            ["TableName"] = name, ["BillingMode"] = "PAY_PER_REQUEST", ["AttributeDefinitions"] = attributes, ["KeySchema"] = schema,
        });
    }
}
