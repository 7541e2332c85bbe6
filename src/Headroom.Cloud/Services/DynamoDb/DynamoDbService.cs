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
        Of<CreateTableRequest, CreateTableResponse>("CreateTable", DynamoDbOperations.CreateTable, (step, request) => Arn(step, request.TableName)),
        Of<DescribeTableRequest, DescribeTableResponse>("DescribeTable", DynamoDbOperations.DescribeTable, (step, request) => Arn(step, request.TableName)),
        Of<UpdateTableRequest, UpdateTableResponse>("UpdateTable", DynamoDbOperations.UpdateTable, (step, request) => Arn(step, request.TableName)),
        Of<DeleteTableRequest, DeleteTableResponse>("DeleteTable", DynamoDbOperations.DeleteTable, (step, request) => Arn(step, request.TableName)),
        Of<ListTablesRequest, ListTablesResponse>("ListTables", DynamoDbOperations.ListTables),
        Of<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse>("DescribeTimeToLive", DynamoDbOperations.DescribeTimeToLive, (step, request) => Arn(step, request.TableName)),
        Of<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse>("UpdateTimeToLive", DynamoDbOperations.UpdateTimeToLive, (step, request) => Arn(step, request.TableName)),
        Of<DescribeContinuousBackupsRequest, DescribeContinuousBackupsResponse>(
            "DescribeContinuousBackups", DynamoDbOperations.DescribeContinuousBackups, (step, request) => Arn(step, request.TableName)),
        Of<UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse>(
            "UpdateContinuousBackups", DynamoDbOperations.UpdateContinuousBackups, (step, request) => Arn(step, request.TableName)),
        Of<ListTagsOfResourceRequest, ListTagsOfResourceResponse>("ListTagsOfResource", DynamoDbOperations.ListTagsOfResource, (_, request) => request.ResourceArn),
        Of<TagResourceRequest, TagResourceResponse>("TagResource", DynamoDbOperations.TagResource, (_, request) => request.ResourceArn),
        Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", DynamoDbOperations.UntagResource, (_, request) => request.ResourceArn),
        Of<GetItemRequest, GetItemResponse>("GetItem", DynamoDbOperations.GetItem, (step, request) => Arn(step, request.TableName)),
        Of<PutItemRequest, PutItemResponse>("PutItem", DynamoDbOperations.PutItem, (step, request) => Arn(step, request.TableName)),
        Of<UpdateItemRequest, UpdateItemResponse>("UpdateItem", DynamoDbOperations.UpdateItem, (step, request) => Arn(step, request.TableName)),
        Of<DeleteItemRequest, DeleteItemResponse>("DeleteItem", DynamoDbOperations.DeleteItem, (step, request) => Arn(step, request.TableName)),
        Of<QueryRequest, QueryResponse>("Query", DynamoDbOperations.Query, (step, request) => IndexArn(step, request.TableName, request.IndexName)),
        Of<ScanRequest, ScanResponse>("Scan", DynamoDbOperations.Scan, (step, request) => IndexArn(step, request.TableName, request.IndexName)),
        Of<BatchGetItemRequest, BatchGetItemResponse>("BatchGetItem", DynamoDbOperations.BatchGetItem, (step, request) => Arn(step, request.RequestItems.Keys.First())),
        Of<BatchWriteItemRequest, BatchWriteItemResponse>("BatchWriteItem", DynamoDbOperations.BatchWriteItem, (step, request) => Arn(step, request.RequestItems.Keys.First())),
        Of<TransactGetItemsRequest, TransactGetItemsResponse>(
            "TransactGetItems", DynamoDbOperations.TransactGetItems, (step, request) => Arn(step, request.TransactItems[0].Get.TableName), action: "GetItem"),
        Of<TransactWriteItemsRequest, TransactWriteItemsResponse>(
            "TransactWriteItems", DynamoDbOperations.TransactWriteItems, (step, request) => TransactionArn(step, request.TransactItems[0]), action: "PutItem"),
    ])
    {
        ResourceTypes = DynamoDbResources.All,
        Woken = DynamoDbDynamics.Woken,
    };

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

    private static string IndexArn(Step step, string table, string? index) => index is null ? Arn(step, table) : $"{Arn(step, table)}/index/{index}";

    private static string TransactionArn(Step step, TransactWriteItem item) =>
        Arn(step, item.Put?.TableName ?? item.Update?.TableName ?? item.Delete?.TableName ?? item.ConditionCheck?.TableName ?? "*");
}
