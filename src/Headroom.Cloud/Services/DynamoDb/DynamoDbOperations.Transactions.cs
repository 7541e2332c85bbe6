using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.DynamoDb.Expressions;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Transactions: all or nothing.</summary>
internal static partial class DynamoDbOperations
{
    private const int TransactionFactor = 2;
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Every condition holds → all is written. One does not → nothing is, and a reason for each item says which. The client's token again
    /// within ten minutes with the same items → answered, nothing is written; with others → IdempotentParameterMismatchException.
    /// </summary>
    public static Outcome<TransactWriteItemsResponse> TransactWriteItems(Step step, TransactWriteItemsRequest request)
    {
        var content = WireJson.ToJson(request).ToJsonString();
        if (request.ClientRequestToken is { } token && step.Table(DynamoDbState.Transactions).Find(token) is { } earlier)
        {
            return earlier.Request == content
                ? new TransactWriteItemsResponse { ConsumedCapacity = Capacity.Report(request.ReturnConsumedCapacity, ReadAgain(step, request)) }
                : new Refusal(
                    "IdempotentParameterMismatchException",
                    "The parameters of the request do not match those of an earlier request with the same client token");
        }

        var parts = request.TransactItems.Select(item => OrReason(() => TransactWrite(step, item))).ToList();
        var writes = parts.Where(part => part.Reason is null).Select(part => part.Value).ToList();
        DemandDistinct(writes.ConvertAll(write => write.Write.Place), "Transaction request cannot include multiple operations on one item");
        var reasons = parts.ConvertAll(part => part.Reason ?? Reason(step, part.Value.Write, part.Value.ReturnOnFailure));
        if (reasons.Exists(reason => reason.Code != "None"))
        {
            return Cancelled(reasons);
        }

        if (request.ClientRequestToken is { } first)
        {
            step.Table(DynamoDbState.Transactions).Put(first, new(content));
            step.WakeAt(DynamoDbService.Name, first, step.Now + TokenLifetime);
        }

        var consumed = writes.ConvertAll(write =>
        {
            var (before, after) = (write.Write.Current(step), write.Write.Apply(step));
            IReadOnlyDictionary<TableIndex, double> indexes = Capacity.ToWriteIndexes(write.Write.Table, before, after)
                .ToDictionary(index => index.Key, index => TransactionFactor * index.Value);
            return (write.Write.Table, TransactionFactor * Capacity.ToWrite(before, after), indexes);
        });
        return new TransactWriteItemsResponse
        {
            ItemCollectionMetrics = ItemCollections.Report(request.ReturnItemCollectionMetrics, writes.Select(write => write.Write)),
            ConsumedCapacity = Capacity.Report(request.ReturnConsumedCapacity, consumed),
        };
    }

    // The first call consumes write units; one that is repeated with its token consumes read units, for reading the items.
    private static List<(DynamoTable Table, double Units)> ReadAgain(Step step, TransactWriteItemsRequest request) =>
        [.. request.TransactItems.Select(item => TransactWrite(step, item).Write)
            .Select(write => (write.Table, TransactionFactor * Capacity.ToRead(Capacity.Size(write.Current(step)), consistent: true)))];

    public static Outcome<TransactGetItemsResponse> TransactGetItems(Step step, TransactGetItemsRequest request)
    {
        var parts = request.TransactItems.Select(item => OrReason(() => TransactGet(step, item.Get))).ToList();
        if (parts.Exists(part => part.Reason is not null))
        {
            return Cancelled(parts.ConvertAll(part => part.Reason ?? new() { Code = "None" }));
        }

        var read = parts.ConvertAll(part => part.Value);
        return new TransactGetItemsResponse
        {
            Responses = read.ConvertAll(part => new ItemResponse { Item = part.Item }),
            ConsumedCapacity = Capacity.Report(
                request.ReturnConsumedCapacity,
                read.ConvertAll(part => (part.Table, TransactionFactor * Capacity.ToRead(Capacity.Size(part.Item), consistent: true)))),
        };
    }

    private static (ItemWrite Write, string? ReturnOnFailure) TransactWrite(Step step, TransactWriteItem item) => item switch
    {
        { Put: { } put, Delete: null, Update: null, ConditionCheck: null } => (
            ItemWrite.Put(
                TableLookup.ForItems(step, put.TableName), put.Item,
                ReadCondition(put.ConditionExpression, put.ExpressionAttributeNames, put.ExpressionAttributeValues)),
            put.ReturnValuesOnConditionCheckFailure),
        { Delete: { } delete, Put: null, Update: null, ConditionCheck: null } => (
            ItemWrite.Delete(
                TableLookup.ForItems(step, delete.TableName), delete.Key,
                ReadCondition(delete.ConditionExpression, delete.ExpressionAttributeNames, delete.ExpressionAttributeValues)),
            delete.ReturnValuesOnConditionCheckFailure),
        { ConditionCheck: { } check, Put: null, Delete: null, Update: null } => (
            ItemWrite.Check(
                TableLookup.ForItems(step, check.TableName), check.Key,
                ReadCondition(check.ConditionExpression, check.ExpressionAttributeNames, check.ExpressionAttributeValues)!),
            check.ReturnValuesOnConditionCheckFailure),
        { Update: { } update, Put: null, Delete: null, ConditionCheck: null } => (TransactUpdate(step, update), update.ReturnValuesOnConditionCheckFailure),
        _ => throw new InvalidRequestException("TransactItems can only contain one of Check, Put, Update or Delete"),
    };

    private static ItemWrite TransactUpdate(Step step, Update update)
    {
        var attributes = new ExpressionAttributes(
            update.ExpressionAttributeNames, update.ExpressionAttributeValues, update.UpdateExpression, update.ConditionExpression);
        var expression = UpdateReader.Read(update.UpdateExpression, attributes);
        var condition = update.ConditionExpression is { } text ? ConditionReader.Read("ConditionExpression", text, attributes) : null;
        attributes.DemandAllUsed();
        return ItemWrite.Update(TableLookup.ForItems(step, update.TableName), update.Key, expression, condition);
    }

    private static (DynamoTable Table, Item? Item) TransactGet(Step step, Get get)
    {
        var attributes = new ExpressionAttributes(get.ExpressionAttributeNames, null, get.ProjectionExpression);
        var projection = ProjectionReader.Read(get.ProjectionExpression, attributes);
        attributes.DemandAllUsed();
        var table = TableLookup.ForItems(step, get.TableName);
        var item = step.Table(DynamoDbState.Items).Find(ItemKeys.Of(table, ItemKeys.Checked(table, get.Key)))?.Attributes;
        return (table, item is null || projection is null ? item : projection.Of(item));
    }

    // What is wrong with one item's key cancels the transaction; what is wrong with the request (an empty key, an item too large) refuses it.
    private static (T Value, CancellationReason? Reason) OrReason<T>(Func<T> read)
    {
        try
        {
            return (read(), null);
        }
        catch (InvalidRequestException invalid) when (invalid.IsOfItem)
        {
            return (default!, new() { Code = "ValidationError", Message = invalid.Message });
        }
    }

    private static CancellationReason Reason(Step step, ItemWrite write, string? returnOnFailure)
    {
        var current = write.Current(step);
        try
        {
            if (write.ConditionHolds(current))
            {
                write.Change(current);
                return new() { Code = "None" };
            }

            return new()
            {
                Code = "ConditionalCheckFailed",
                Message = "The conditional request failed",
                Item = returnOnFailure == "ALL_OLD" ? current : null,
            };
        }
        catch (InvalidRequestException invalid)
        {
            return new() { Code = "ValidationError", Message = invalid.Message };
        }
    }

    private static Refusal Cancelled(List<CancellationReason> reasons) => new(
        "TransactionCanceledException",
        $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", reasons.Select(reason => reason.Code))}]",
        new() { ["CancellationReasons"] = new JsonArray([.. reasons.Select(WireJson.ToJson)]) });
}
