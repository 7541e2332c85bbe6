using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>A table, without its items.</summary>
internal sealed record DynamoTable
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<AttributeDefinition> AttributeDefinitions { get; init; }

    public required IReadOnlyList<KeySchemaElement> KeySchema { get; init; }

    public IReadOnlyList<TableIndex> Indexes { get; init; } = [];

    /// <summary><c>PROVISIONED</c> or <c>PAY_PER_REQUEST</c>.</summary>
    public required string BillingMode { get; init; }

    public ProvisionedThroughput? Throughput { get; init; }

    public StreamSpecification? Stream { get; init; }

    public SSESpecification? Encryption { get; init; }

    public string? TableClass { get; init; }

    public bool DeletionProtection { get; init; }

    /// <summary>The attribute that holds the expiry time; null where expiry is off.</summary>
    public string? TimeToLiveAttribute { get; init; }

    public DateTimeOffset? PointInTimeRecoverySince { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>A secondary index, global or local.</summary>
internal sealed record TableIndex(
    string Name, bool Global, IReadOnlyList<KeySchemaElement> KeySchema, Projection Projection, ProvisionedThroughput? Throughput);

/// <summary>An item of a table.</summary>
internal sealed record StoredItem(IReadOnlyDictionary<string, AttributeValue> Attributes);

/// <summary>A TransactWriteItems call that was made with a client token, remembered for ten minutes.</summary>
internal sealed record WrittenTransaction(string Request);

/// <summary>The room's tables.</summary>
internal static class DynamoDbState
{
    /// <summary>By table name.</summary>
    internal static readonly TableName<DynamoTable> Tables = new("dynamodb/tables");

    /// <summary>By <see cref="ItemKeys"/>.</summary>
    internal static readonly TableName<StoredItem> Items = new("dynamodb/items");

    /// <summary>By client token.</summary>
    internal static readonly TableName<WrittenTransaction> Transactions = new("dynamodb/transactions");
}
