using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>What a table's definition must keep to.</summary>
internal static class TableRules
{
    private const string Invalid = "One or more parameter values were invalid: ";

    /// <exception cref="InvalidRequestException">The definition breaks a rule.</exception>
    public static void Demand(DynamoTable table)
    {
        DemandThroughput(table.BillingMode, table.Throughput);
        DemandSchema(table.KeySchema);
        foreach (var index in table.Indexes)
        {
            DemandSchema(index.KeySchema);
        }

        var defined = table.AttributeDefinitions.Select(definition => definition.AttributeName).ToList();
        var used = table.KeySchema.Concat(table.Indexes.SelectMany(index => index.KeySchema)).Select(element => element.AttributeName).Distinct().ToList();
        if (used.Except(defined).ToList() is { Count: > 0 } undefined)
        {
            throw new InvalidRequestException(
                $"{Invalid}Some index key attributes are not defined in AttributeDefinitions. Keys: {Text(undefined)}, AttributeDefinitions: {Text(defined)}");
        }

        if (defined.Except(used).Any())
        {
            throw new InvalidRequestException(
                $"{Invalid}Some AttributeDefinitions are not used. AttributeDefinitions: {Text(defined)}, keys used: {Text(used)}");
        }
    }

    private static void DemandThroughput(string billingMode, ProvisionedThroughput? throughput)
    {
        if (billingMode == "PROVISIONED" && throughput is null)
        {
            throw new InvalidRequestException($"{Invalid}ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
        }

        if (billingMode == "PAY_PER_REQUEST" && throughput is not null)
        {
            throw new InvalidRequestException(
                $"{Invalid}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
        }
    }

    private static void DemandSchema(IReadOnlyList<KeySchemaElement> schema)
    {
        if (schema is not ([{ KeyType: "HASH" }] or [{ KeyType: "HASH" }, _]))
        {
            throw new InvalidRequestException("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }

        if (schema is [_, { KeyType: not "RANGE" }])
        {
            throw new InvalidRequestException("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }

        if (schema is [var hash, var range] && hash.AttributeName == range.AttributeName)
        {
            throw new InvalidRequestException("Both the Hash Key and the Range Key element in the KeySchema have the same name");
        }
    }

    private static string Text(IEnumerable<string> names) => $"[{string.Join(", ", names)}]";
}
