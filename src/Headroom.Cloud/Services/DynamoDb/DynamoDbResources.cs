using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-table.html">AWS::DynamoDB::Table</see>.
/// </summary>
internal static class DynamoDbResources
{
    private const string Service = DynamoDbService.Name;
    private const int MaxName = 255;

    internal static IReadOnlyList<ResourceType> All { get; } =
    [
        new("AWS::DynamoDB::Table", Create, Update, Delete) { ReplacedBy = new HashSet<string>(StringComparer.Ordinal) { "TableName", "KeySchema", "LocalSecondaryIndexes" } },
    ];

    private static ResourceProgress Create(ResourceRequest request)
    {
        var properties = Definition(request).WithStackTags(request);
        properties["TableName"] ??= request.GeneratedName(MaxName);
        return ResourceHandler.Call<CreateTableRequest, CreateTableResponse>(
            request, Service, "CreateTable", properties, created => Settled(request, created.TableDescription!.TableName!));
    }

    private static ResourceProgress Update(ResourceRequest request)
    {
        var properties = Definition(request).Without("KeySchema", "LocalSecondaryIndexes", "GlobalSecondaryIndexes", "Tags");
        properties["TableName"] = request.PhysicalId;
        if (IndexUpdates(request) is { } updates)
        {
            properties["GlobalSecondaryIndexUpdates"] = updates;
        }

        return ResourceHandler.Call<UpdateTableRequest, UpdateTableResponse>(request, Service, "UpdateTable", properties, _ => Settled(request, request.PhysicalId));
    }

    private static ResourceProgress Delete(ResourceRequest request) =>
        ResourceHandler.Delete<DeleteTableRequest, DeleteTableResponse>(
            request, Service, "DeleteTable", new() { TableName = request.PhysicalId }, "ResourceNotFoundException");

    /// <summary>What CreateTable and UpdateTable take, as they name it; expiry and backups have operations of their own.</summary>
    private static JsonObject Definition(ResourceRequest request)
    {
        var properties = request.Properties.Without("TimeToLiveSpecification", "PointInTimeRecoverySpecification");
        if (properties["StreamSpecification"] is JsonObject stream)
        {
            stream["StreamEnabled"] ??= true;
        }

        if (properties["SSESpecification"] is JsonObject encryption && encryption.Remove("SSEEnabled", out var enabled))
        {
            encryption["Enabled"] = enabled;
        }

        return properties;
    }

    /// <summary>Sets what is set apart from the definition, and answers with the resource's attributes.</summary>
    private static ResourceProgress Settled(ResourceRequest request, string name)
    {
        var (wanted, had) = (TimeToLive(request.Properties), TimeToLive(request.OldProperties));
        if (had != wanted)
        {
            foreach (var (attribute, enabled) in new[] { (had, false), (wanted, true) })
            {
                if (attribute is not null && Set(request, name, attribute, enabled) is Outcome<UpdateTimeToLiveResponse>.Refused refused)
                {
                    return ResourceProgress.From(Service, refused.Refusal);
                }
            }
        }

        var done = new ResourceProgress.Done(name, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["Arn"] = TableLookup.Arn(request.Step, name) });
        return request.Properties["PointInTimeRecoverySpecification"]?["PointInTimeRecoveryEnabled"] is { } recovery
            ? ResourceHandler.Call<UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse>(
                request,
                Service,
                "UpdateContinuousBackups",
                new UpdateContinuousBackupsRequest { TableName = name, PointInTimeRecoverySpecification = new() { PointInTimeRecoveryEnabled = IsTrue(recovery) } },
                _ => done)
            : done;
    }

    private static Outcome<UpdateTimeToLiveResponse> Set(ResourceRequest request, string name, string attribute, bool enabled) =>
        request.Call<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse>(Service, "UpdateTimeToLive", new()
        {
            TableName = name,
            TimeToLiveSpecification = new() { AttributeName = attribute, Enabled = enabled },
        });

    private static string? TimeToLive(JsonObject properties) =>
        properties["TimeToLiveSpecification"] is { } specification && IsTrue(specification["Enabled"])
            ? specification["AttributeName"]?.ToString()
            : null;

    private static JsonArray? IndexUpdates(ResourceRequest request)
    {
        var (before, after) = (Indexes(request.OldProperties), Indexes(request.Properties));
        var updates = before.Keys.Except(after.Keys).Select(name => new JsonObject { ["Delete"] = new JsonObject { ["IndexName"] = name } })
            .Concat(after.Keys.Except(before.Keys).Select(name => new JsonObject { ["Create"] = after[name].DeepClone() }))
            .ToArray<JsonNode?>();
        return updates.Length == 0 ? null : new(updates);
    }

    private static Dictionary<string, JsonNode> Indexes(JsonObject properties) =>
        (properties["GlobalSecondaryIndexes"] as JsonArray ?? []).ToDictionary(index => index!["IndexName"]!.ToString(), index => index!, StringComparer.Ordinal);

    private static bool IsTrue(JsonNode? node) => string.Equals(node?.ToString(), "true", StringComparison.OrdinalIgnoreCase);
}
