using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Tables as DescribeTable shows them.</summary>
internal static class TableDescriptions
{
    public static TableDescription Of(Step step, DynamoTable table, string status = "ACTIVE")
    {
        var items = step.Table(DynamoDbState.Items).WithPrefix(ItemKeys.OfTable(table));
        return new()
        {
            AttributeDefinitions = table.AttributeDefinitions,
            TableName = table.Name,
            KeySchema = table.KeySchema,
            TableStatus = status,
            CreationDateTime = table.CreatedAt,
            ProvisionedThroughput = Throughput(table.Throughput),
            TableSizeBytes = items.Sum(item => (long)Capacity.Size(item.Attributes)),
            ItemCount = items.Count,
            TableArn = table.Arn,
            TableId = table.Id,
            BillingModeSummary = table.BillingMode == "PAY_PER_REQUEST"
                ? new() { BillingMode = table.BillingMode, LastUpdateToPayPerRequestDateTime = table.CreatedAt }
                : null,
            GlobalSecondaryIndexes = NullIfEmpty(table.Indexes.Where(index => index.Global).Select(index => Global(table, index, status))),
            LocalSecondaryIndexes = NullIfEmpty(table.Indexes.Where(index => !index.Global).Select(index => Local(table, index))),
            StreamSpecification = table.Stream,
            SSEDescription = table.Encryption is { Enabled: true }
                ? new() { Status = "ENABLED", SSEType = "KMS", KMSMasterKeyArn = table.Encryption.KMSMasterKeyId }
                : null,
            TableClassSummary = table.TableClass is { } tableClass ? new() { TableClass = tableClass } : null,
            DeletionProtectionEnabled = table.DeletionProtection,
        };
    }

    private static GlobalSecondaryIndexDescription Global(DynamoTable table, TableIndex index, string status) => new()
    {
        IndexName = index.Name,
        KeySchema = index.KeySchema,
        Projection = index.Projection,
        IndexStatus = status,
        ProvisionedThroughput = Throughput(index.Throughput),
        IndexArn = $"{table.Arn}/index/{index.Name}",
    };

    private static LocalSecondaryIndexDescription Local(DynamoTable table, TableIndex index) => new()
    {
        IndexName = index.Name,
        KeySchema = index.KeySchema,
        Projection = index.Projection,
        IndexArn = $"{table.Arn}/index/{index.Name}",
    };

    private static ProvisionedThroughputDescription Throughput(ProvisionedThroughput? throughput) => new()
    {
        NumberOfDecreasesToday = 0,
        ReadCapacityUnits = throughput?.ReadCapacityUnits ?? 0,
        WriteCapacityUnits = throughput?.WriteCapacityUnits ?? 0,
    };

    private static List<T>? NullIfEmpty<T>(IEnumerable<T> all) => all.ToList() is { Count: > 0 } some ? some : null;
}
