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

    /// <summary>
    /// The table <c>t</c> with the keys <c>pk</c> and <c>sk</c>, a global index <c>byG</c> on the text <c>g</c> and a local one <c>byL</c> on the
    /// number <c>l</c>, which hold nothing but keys.
    /// </summary>
    public static void CreateIndexed(TestCloud cloud) => cloud.Call("dynamodb", "CreateTable", JsonNode.Parse("""
        {
          "TableName": "t", "BillingMode": "PAY_PER_REQUEST",
          "AttributeDefinitions": [
            {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "N"},
            {"AttributeName": "g", "AttributeType": "S"}, {"AttributeName": "l", "AttributeType": "N"}],
          "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
          "GlobalSecondaryIndexes": [{
            "IndexName": "byG", "Projection": {"ProjectionType": "KEYS_ONLY"}, "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}]}],
          "LocalSecondaryIndexes": [{
            "IndexName": "byL", "Projection": {"ProjectionType": "KEYS_ONLY"},
            "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "l", "KeyType": "RANGE"}]}]
        }
        """)!.AsObject());
}
