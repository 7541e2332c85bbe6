using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.DynamoDb;
using static Headroom.Cloud.Services.DynamoDb.TableLookup;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>Amazon DynamoDB: the table of operations.</summary>
internal static class DynamoDbService
{
    internal const string Name = "dynamodb";

    internal static ServiceRoom Room { get; } = new(Name,
    [
        OnTable<CreateTableRequest, CreateTableResponse>("CreateTable", DynamoDbOperations.CreateTable, r => r.TableName),
        OnTable<DescribeTableRequest, DescribeTableResponse>("DescribeTable", DynamoDbOperations.DescribeTable, r => r.TableName),
        OnTable<UpdateTableRequest, UpdateTableResponse>("UpdateTable", DynamoDbOperations.UpdateTable, r => r.TableName),
        OnTable<DeleteTableRequest, DeleteTableResponse>("DeleteTable", DynamoDbOperations.DeleteTable, r => r.TableName),
        Of<ListTablesRequest, ListTablesResponse>("ListTables", DynamoDbOperations.ListTables),
        OnTable<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse>(
            "DescribeTimeToLive", DynamoDbOperations.DescribeTimeToLive, r => r.TableName),
        OnTable<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse>(
            "UpdateTimeToLive", DynamoDbOperations.UpdateTimeToLive, r => r.TableName),
        OnTable<DescribeContinuousBackupsRequest, DescribeContinuousBackupsResponse>(
            "DescribeContinuousBackups", DynamoDbOperations.DescribeContinuousBackups, r => r.TableName),
        OnTable<UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse>(
            "UpdateContinuousBackups", DynamoDbOperations.UpdateContinuousBackups, r => r.TableName),
        OnTable<ListTagsOfResourceRequest, ListTagsOfResourceResponse>(
            "ListTagsOfResource", DynamoDbOperations.ListTagsOfResource, r => r.ResourceArn),
        OnTable<TagResourceRequest, TagResourceResponse>("TagResource", DynamoDbOperations.TagResource, r => r.ResourceArn),
        OnTable<UntagResourceRequest, UntagResourceResponse>("UntagResource", DynamoDbOperations.UntagResource, r => r.ResourceArn),
        OnTable<GetItemRequest, GetItemResponse>("GetItem", DynamoDbOperations.GetItem, r => r.TableName),
        OnTable<PutItemRequest, PutItemResponse>("PutItem", DynamoDbOperations.PutItem, r => r.TableName),
        OnTable<UpdateItemRequest, UpdateItemResponse>("UpdateItem", DynamoDbOperations.UpdateItem, r => r.TableName),
        OnTable<DeleteItemRequest, DeleteItemResponse>("DeleteItem", DynamoDbOperations.DeleteItem, r => r.TableName),
        Of<QueryRequest, QueryResponse>("Query", DynamoDbOperations.Query, (step, r) => IndexArn(step, r.TableName, r.IndexName)),
        Of<ScanRequest, ScanResponse>("Scan", DynamoDbOperations.Scan, (step, r) => IndexArn(step, r.TableName, r.IndexName)),
        Of<BatchGetItemRequest, BatchGetItemResponse>(
            "BatchGetItem", DynamoDbOperations.BatchGetItem, (step, r) => Arn(step, r.RequestItems.Keys.First())),
        Of<BatchWriteItemRequest, BatchWriteItemResponse>(
            "BatchWriteItem", DynamoDbOperations.BatchWriteItem, (step, r) => Arn(step, r.RequestItems.Keys.First())),
        Of<TransactGetItemsRequest, TransactGetItemsResponse>(
            "TransactGetItems", DynamoDbOperations.TransactGetItems, (step, r) => Arn(step, r.TransactItems[0].Get.TableName), action: "GetItem"),
        Of<TransactWriteItemsRequest, TransactWriteItemsResponse>(
            "TransactWriteItems", DynamoDbOperations.TransactWriteItems, (step, r) => TransactionArn(step, r.TransactItems[0]), action: "PutItem"),
    ])
    {
        ResourceTypes = DynamoDbResources.All,
        Woken = DynamoDbDynamics.Woken,
    };

    private static Operation OnTable<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> nameOrArn) =>
        Of(name, method, (step, request) => Arn(step, nameOrArn(request)));

    private static Operation Of<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<Step, TRequest, string>? resource = null, string? action = null) =>
        Operation.Of<TRequest, TResponse>(
            name,
            (step, request) =>
            {
                try
                {
                    return method(step, request);
                }
                catch (InvalidRequestException invalid)
                {
                    return new Refusal(invalid.Code, invalid.Message);
                }
            },
            resource,
            action: action);

    private static string IndexArn(Step step, string table, string? index) =>
        index is null ? Arn(step, table) : $"{Arn(step, table)}/index/{index}";

    private static string TransactionArn(Step step, TransactWriteItem item) =>
        Arn(step, item.Put?.TableName ?? item.Update?.TableName ?? item.Delete?.TableName ?? item.ConditionCheck?.TableName ?? "*");
}
