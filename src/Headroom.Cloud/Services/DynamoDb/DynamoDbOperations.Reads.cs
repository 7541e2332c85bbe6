using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.DynamoDb.Expressions;
using Headroom.Cloud.Services.DynamoDb.Values;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Query and Scan.</summary>
internal static partial class DynamoDbOperations
{
    public static Outcome<QueryResponse> Query(Step step, QueryRequest request)
    {
        LegacyParameters.Refuse(
            ("AttributesToGet", request.AttributesToGet), ("KeyConditions", request.KeyConditions),
            ("QueryFilter", request.QueryFilter), ("ConditionalOperator", request.ConditionalOperator));
        if (request.KeyConditionExpression is null)
        {
            throw new InvalidRequestException("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }

        var attributes = new ExpressionAttributes(
            request.ExpressionAttributeNames, request.ExpressionAttributeValues,
            request.KeyConditionExpression, request.FilterExpression, request.ProjectionExpression);
        var demanded = ConditionReader.Read("KeyConditionExpression", request.KeyConditionExpression, attributes);
        var filter = ReadFilter(request.FilterExpression, attributes);
        var projection = ProjectionReader.Read(request.ProjectionExpression, attributes);
        attributes.DemandAllUsed();
        var table = TableLookup.ForItems(step, request.TableName);
        var index = ReadPlan.FindIndex(table, request.IndexName);
        DemandConsistency(index, request.ConsistentRead);
        Selection.Demand(request.Select, projection, index);
        Selection.DemandProjected(table, index, projection);
        var schema = index?.KeySchema ?? table.KeySchema;
        var keys = KeyCondition.Of(demanded, schema.PartitionKey(), schema.SortKey());
        ItemKeys.DemandTypes(table, schema.PartitionKey(), [keys.Partition]);
        ItemKeys.DemandNotEmpty(schema.PartitionKey(), keys.Partition);
        ItemKeys.DemandTypes(table, schema.SortKey() ?? schema.PartitionKey(), keys.SortValues);
        DemandNoKeyIn(filter, schema);
        Selection.DemandProjected(table, index, filter);
        var start = ItemKeys.StartKey(table, index, request.ExclusiveStartKey);
        DemandWithin(start, keys, schema.PartitionKey());
        var page = new ReadPlan(table, index)
        {
            Belongs = item => AttributeValues.Same(item[schema.PartitionKey()], keys.Partition) && keys.Sort?.Holds(item) != false,
            Filter = filter,
            Projection = projection,
            StartKey = start,
            Limit = request.Limit,
            AllAttributes = IsAll(request.Select),
            Backward = request.ScanIndexForward is false,
            CountOnly = IsCount(request.Select),
        }.Read(step);
        return new QueryResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.Scanned,
            LastEvaluatedKey = page.LastKey,
            ConsumedCapacity = Capacity.Report(request.ReturnConsumedCapacity, table, index, Capacity.ToRead(page.Bytes, request.ConsistentRead ?? false)),
        };
    }

    public static Outcome<ScanResponse> Scan(Step step, ScanRequest request)
    {
        LegacyParameters.Refuse(
            ("AttributesToGet", request.AttributesToGet), ("ScanFilter", request.ScanFilter), ("ConditionalOperator", request.ConditionalOperator));
        var attributes = new ExpressionAttributes(
            request.ExpressionAttributeNames, request.ExpressionAttributeValues, request.FilterExpression, request.ProjectionExpression);
        var filter = ReadFilter(request.FilterExpression, attributes);
        var projection = ProjectionReader.Read(request.ProjectionExpression, attributes);
        attributes.DemandAllUsed();
        var table = TableLookup.ForItems(step, request.TableName);
        var index = ReadPlan.FindIndex(table, request.IndexName);
        DemandConsistency(index, request.ConsistentRead);
        Selection.Demand(request.Select, projection, index);
        Selection.DemandProjected(table, index, projection);
        var page = new ReadPlan(table, index)
        {
            AllAttributes = IsAll(request.Select),
            Belongs = ScanSegments.Of(request.Segment, request.TotalSegments, table.KeySchema.PartitionKey()),
            Filter = filter,
            Projection = projection,
            StartKey = ItemKeys.StartKey(table, index, request.ExclusiveStartKey),
            Limit = request.Limit,
            CountOnly = IsCount(request.Select),
        }.Read(step);
        return new ScanResponse
        {
            Items = page.Items,
            Count = page.Count,
            ScannedCount = page.Scanned,
            LastEvaluatedKey = page.LastKey,
            ConsumedCapacity = Capacity.Report(request.ReturnConsumedCapacity, table, index, Capacity.ToRead(page.Bytes, request.ConsistentRead ?? false)),
        };
    }

    private static ItemCondition? ReadFilter(string? expression, ExpressionAttributes attributes) =>
        expression is null ? null : ConditionReader.Read("FilterExpression", expression, attributes);

    private static bool IsCount(string? select) => select == "COUNT";

    private static bool IsAll(string? select) => select == "ALL_ATTRIBUTES";

    private static void DemandWithin(Item? start, KeyCondition keys, string partitionKey)
    {
        if (start is null)
        {
            return;
        }

        if (!AttributeValues.Same(start[partitionKey], keys.Partition))
        {
            throw new InvalidRequestException("The provided starting key is outside query boundaries based on provided conditions");
        }

        if (keys.Sort?.Holds(start) == false)
        {
            throw new InvalidRequestException("The provided starting key does not match the range key predicate");
        }
    }

    private static void DemandConsistency(TableIndex? index, bool? consistent)
    {
        if (index is { Global: true } && consistent is true)
        {
            throw new InvalidRequestException("Consistent reads are not supported on global secondary indexes");
        }
    }

    private static void DemandNoKeyIn(ItemCondition? filter, IReadOnlyList<KeySchemaElement> schema)
    {
        var keys = schema.Select(element => element.AttributeName).ToHashSet(StringComparer.Ordinal);
        if (filter is not null && ConditionPaths.Of(filter).FirstOrDefault(path => keys.Contains(path.Attribute)) is { Attribute: var attribute })
        {
            throw new InvalidRequestException($"Filter Expression can only contain non-primary key attributes: Primary key attribute: {attribute}");
        }
    }
}
