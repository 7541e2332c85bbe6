using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Tables.</summary>
internal static partial class DynamoDbOperations
{
    private const int ListTablesPage = 100;

    public static Outcome<CreateTableResponse> CreateTable(Step step, CreateTableRequest request)
    {
        if (step.Table(DynamoDbState.Tables).Find(request.TableName) is not null)
        {
            return new Refusal("ResourceInUseException", $"Table already exists: {request.TableName}");
        }

        var table = new DynamoTable
        {
            Name = request.TableName,
            Arn = TableLookup.Arn(step, request.TableName),
            Id = step.Ids.NextUuid(),
            CreatedAt = step.Now,
            AttributeDefinitions = request.AttributeDefinitions ?? [],
            KeySchema = request.KeySchema ?? [],
            Indexes =
            [
                .. (request.GlobalSecondaryIndexes ?? []).Select(index => new TableIndex(index.IndexName, true, index.KeySchema, index.Projection, index.ProvisionedThroughput)),
                .. (request.LocalSecondaryIndexes ?? []).Select(index => new TableIndex(index.IndexName, false, index.KeySchema, index.Projection, null)),
            ],
            BillingMode = request.BillingMode ?? "PROVISIONED",
            Throughput = request.ProvisionedThroughput,
            Stream = request.StreamSpecification,
            Encryption = request.SSESpecification,
            TableClass = request.TableClass,
            DeletionProtection = request.DeletionProtectionEnabled ?? false,
            Tags = TagKeys.Map(request.Tags, tag => tag.Key, tag => tag.Value),
        };
        TableRules.Demand(table);
        step.Table(DynamoDbState.Tables).Put(table.Name, table);
        return new CreateTableResponse { TableDescription = TableDescriptions.Of(step, table, "CREATING") };
    }

    public static Outcome<DescribeTableResponse> DescribeTable(Step step, DescribeTableRequest request) =>
        new DescribeTableResponse { Table = TableDescriptions.Of(step, TableLookup.ForTables(step, request.TableName)) };

    public static Outcome<ListTablesResponse> ListTables(Step step, ListTablesRequest request)
    {
        var limit = request.Limit ?? ListTablesPage;
        var page = step.Table(DynamoDbState.Tables).Page("", request.ExclusiveStartTableName, limit + 1);
        return new ListTablesResponse
        {
            TableNames = [.. page.Take(limit).Select(pair => pair.Key)],
            LastEvaluatedTableName = page.Count > limit ? page[limit - 1].Key : null,
        };
    }

    public static Outcome<UpdateTableResponse> UpdateTable(Step step, UpdateTableRequest request)
    {
        if (request is { ReplicaUpdates: not null } or { GlobalTableWitnessUpdates: not null } or { MultiRegionConsistency: not null })
        {
            throw new InvalidRequestException("The embedded cloud is one Region: it has no global tables.");
        }

        var table = TableLookup.ForTables(step, request.TableName);
        var billingMode = request.BillingMode ?? table.BillingMode;
        var changed = (request.GlobalSecondaryIndexUpdates ?? []).Aggregate(table, WithIndexUpdate) with
        {
            AttributeDefinitions = request.AttributeDefinitions ?? table.AttributeDefinitions,
            BillingMode = billingMode,
            Throughput = request.ProvisionedThroughput ?? (billingMode == "PROVISIONED" ? table.Throughput : null),
            Stream = request.StreamSpecification ?? table.Stream,
            Encryption = request.SSESpecification ?? table.Encryption,
            TableClass = request.TableClass ?? table.TableClass,
            DeletionProtection = request.DeletionProtectionEnabled ?? table.DeletionProtection,
        };
        TableRules.Demand(changed);
        step.Table(DynamoDbState.Tables).Put(changed.Name, changed);
        return new UpdateTableResponse { TableDescription = TableDescriptions.Of(step, changed, "UPDATING") };
    }

    public static Outcome<DeleteTableResponse> DeleteTable(Step step, DeleteTableRequest request)
    {
        var table = TableLookup.ForTables(step, request.TableName);
        if (table.DeletionProtection)
        {
            throw new InvalidRequestException(
                "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
        }

        var description = TableDescriptions.Of(step, table, "DELETING");
        foreach (var item in step.Table(DynamoDbState.Items).WithPrefix(ItemKeys.OfTable(table)))
        {
            step.Table(DynamoDbState.Items).Remove(ItemKeys.Of(table, item.Attributes));
        }

        step.Table(DynamoDbState.Tables).Remove(table.Name);
        return new DeleteTableResponse { TableDescription = description };
    }

    private static DynamoTable WithIndexUpdate(DynamoTable table, GlobalSecondaryIndexUpdate update) => update switch
    {
        { Create: { } made } => table with { Indexes = [.. table.Indexes, new(made.IndexName, true, made.KeySchema, made.Projection, made.ProvisionedThroughput)] },
        { Delete: { } gone } => table with { Indexes = [.. table.Indexes.Where(index => index != ReadPlan.FindIndex(table, gone.IndexName))] },
        { Update: { } other } => table with
        {
            Indexes = [.. table.Indexes.Select(index => index == ReadPlan.FindIndex(table, other.IndexName) ? index with { Throughput = other.ProvisionedThroughput } : index)],
        },
        _ => throw new InvalidRequestException("One or more parameter values were invalid: One of GlobalSecondaryIndexUpdate.Update, "
            + "GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null"),
    };
}
