using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.DynamoDb.Expressions;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Single items.</summary>
internal static partial class DynamoDbOperations
{
    public static Outcome<GetItemResponse> GetItem(Step step, GetItemRequest request)
    {
        LegacyParameters.Refuse(("AttributesToGet", request.AttributesToGet));
        var attributes = new ExpressionAttributes(request.ExpressionAttributeNames, null, request.ProjectionExpression);
        var projection = ProjectionReader.Read(request.ProjectionExpression, attributes);
        attributes.DemandAllUsed();
        var table = TableLookup.ForItems(step, request.TableName);
        var item = step.Table(DynamoDbState.Items).Find(ItemKeys.Of(table, ItemKeys.Checked(table, request.Key)))?.Attributes;
        return new GetItemResponse
        {
            Item = item is null || projection is null ? item : projection.Of(item),
            ConsumedCapacity = Capacity.Report(request.ReturnConsumedCapacity, table, Capacity.ToRead(Capacity.Size(item), request.ConsistentRead ?? false)),
        };
    }

    public static Outcome<PutItemResponse> PutItem(Step step, PutItemRequest request)
    {
        LegacyParameters.Refuse(("Expected", request.Expected), ("ConditionalOperator", request.ConditionalOperator));
        DemandReturnValues(request.ReturnValues);
        var condition = ReadCondition(request.ConditionExpression, request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        var table = TableLookup.ForItems(step, request.TableName);
        var write = ItemWrite.Put(table, request.Item, condition);
        return Write(step, write, request.ReturnValuesOnConditionCheckFailure, (before, after) => new PutItemResponse
        {
            Attributes = request.ReturnValues == "ALL_OLD" ? before : null,
            ConsumedCapacity = Capacity.ReportWrite(request.ReturnConsumedCapacity, table, before, after),
            ItemCollectionMetrics = ItemCollections.Report(request.ReturnItemCollectionMetrics, write),
        });
    }

    public static Outcome<DeleteItemResponse> DeleteItem(Step step, DeleteItemRequest request)
    {
        LegacyParameters.Refuse(("Expected", request.Expected), ("ConditionalOperator", request.ConditionalOperator));
        DemandReturnValues(request.ReturnValues);
        var condition = ReadCondition(request.ConditionExpression, request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        var table = TableLookup.ForItems(step, request.TableName);
        var write = ItemWrite.Delete(table, request.Key, condition);
        return Write(step, write, request.ReturnValuesOnConditionCheckFailure, (before, after) => new DeleteItemResponse
        {
            Attributes = request.ReturnValues == "ALL_OLD" ? before : null,
            ConsumedCapacity = Capacity.ReportWrite(request.ReturnConsumedCapacity, table, before, after),
            ItemCollectionMetrics = ItemCollections.Report(request.ReturnItemCollectionMetrics, write),
        });
    }

    public static Outcome<UpdateItemResponse> UpdateItem(Step step, UpdateItemRequest request)
    {
        LegacyParameters.Refuse(
            ("AttributeUpdates", request.AttributeUpdates), ("Expected", request.Expected), ("ConditionalOperator", request.ConditionalOperator));
        var attributes = new ExpressionAttributes(
            request.ExpressionAttributeNames, request.ExpressionAttributeValues, request.UpdateExpression, request.ConditionExpression);
        var update = request.UpdateExpression is { } text ? UpdateReader.Read(text, attributes) : null;
        var condition = request.ConditionExpression is { } demanded
            ? ConditionReader.Read("ConditionExpression", demanded, attributes)
            : null;
        attributes.DemandAllUsed();
        var table = TableLookup.ForItems(step, request.TableName);
        var write = ItemWrite.Update(table, request.Key, update, condition);
        return Write(step, write, request.ReturnValuesOnConditionCheckFailure, (before, after) => new UpdateItemResponse
        {
            Attributes = UpdatedAttributes(request.ReturnValues, update, before, after),
            ConsumedCapacity = Capacity.ReportWrite(request.ReturnConsumedCapacity, table, before, after),
            ItemCollectionMetrics = ItemCollections.Report(request.ReturnItemCollectionMetrics, write),
        });
    }

    private static Outcome<TResponse> Write<TResponse>(Step step, ItemWrite write, string? returnOnFailure, Func<Item?, Item?, TResponse> answer)
    {
        var before = write.Current(step);
        return write.ConditionHolds(before)
            ? answer(before, write.Apply(step))
            : new Refusal(
                "ConditionalCheckFailedException",
                "The conditional request failed",
                returnOnFailure == "ALL_OLD" && before is not null ? new() { ["Item"] = WireJson.ToJson(before) } : null);
    }

    private static Item? UpdatedAttributes(string? wanted, UpdateExpression? update, Item? before, Item? after)
    {
        var item = wanted switch
        {
            "ALL_OLD" or "UPDATED_OLD" => before,
            "ALL_NEW" or "UPDATED_NEW" => after,
            _ => null,
        };
        if (item is null || wanted is "ALL_OLD" or "ALL_NEW")
        {
            return item;
        }

        var updated = new ProjectionExpression([.. (update?.Actions ?? []).Select(action => action.Document)]).Of(item);
        return updated.Count == 0 ? null : updated;
    }

    private static ItemCondition? ReadCondition(
        string? expression, IReadOnlyDictionary<string, string>? names, IReadOnlyDictionary<string, AttributeValue>? values)
    {
        var attributes = new ExpressionAttributes(names, values, expression);
        var condition = expression is null ? null : ConditionReader.Read("ConditionExpression", expression, attributes);
        attributes.DemandAllUsed();
        return condition;
    }

    private static void DemandReturnValues(string? wanted)
    {
        if (wanted is not (null or "NONE" or "ALL_OLD"))
        {
            throw new InvalidRequestException("ReturnValues can only be ALL_OLD or NONE");
        }
    }
}
