using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-table.html">AWS::DynamoDB::Table</see>.
/// </summary>
internal static class DynamoDbResources
{
    internal static IReadOnlyList<ResourceType> All { get; } =
    [
        new("AWS::DynamoDB::Table", Create, Update, Delete) { ReplacedBy = new HashSet<string>(StringComparer.Ordinal) { "TableName", "KeySchema", "LocalSecondaryIndexes" } },
    ];

    /// <summary>Members of CreateTable, and of UpdateTable where it has them, that the template names alike.</summary>
    private static readonly string[] Definition =
        ["AttributeDefinitions", "KeySchema", "BillingMode", "ProvisionedThroughput", "GlobalSecondaryIndexes", "LocalSecondaryIndexes", "TableClass", "DeletionProtectionEnabled"];

    private static readonly string[] Others =
        ["TableName", "StreamSpecification", "SSESpecification", "Tags", "TimeToLiveSpecification", "PointInTimeRecoverySpecification"];

    private static ResourceProgress Create(ResourceRequest request)
    {
        if (Unknown(request.Properties) is { } unknown)
        {
            return unknown;
        }

        var table = Members(request.Properties, Definition);
        table["TableName"] = request.Properties["TableName"]?.DeepClone() ?? request.GeneratedName(255);
        table["Tags"] = Tags(request);
        if (request.Properties["StreamSpecification"]?["StreamViewType"] is { } view)
        {
            table["StreamSpecification"] = new JsonObject { ["StreamEnabled"] = true, ["StreamViewType"] = view.DeepClone() };
        }

        if (request.Properties["SSESpecification"] is { } encryption)
        {
            table["SSESpecification"] = new JsonObject
            {
                ["Enabled"] = encryption["SSEEnabled"]?.DeepClone(), ["SSEType"] = encryption["SSEType"]?.DeepClone(), ["KMSMasterKeyId"] = encryption["KMSMasterKeyId"]?.DeepClone(),
            };
        }

        return request.Step.Call(DynamoDbService.Name, "CreateTable", table) is Outcome<JsonObject>.Refused refused
            ? ResourceProgress.From("DynamoDb", refused.Refusal)
            : Settled(request, table["TableName"]!.GetValue<string>());
    }

    private static ResourceProgress Update(ResourceRequest request)
    {
        if (Unknown(request.Properties) is { } unknown)
        {
            return unknown;
        }

        var table = Members(request.Properties, [.. Definition.Except(["KeySchema", "LocalSecondaryIndexes", "GlobalSecondaryIndexes"])]);
        table["TableName"] = request.PhysicalId;
        table["GlobalSecondaryIndexUpdates"] = IndexUpdates(request);
        return request.Step.Call(DynamoDbService.Name, "UpdateTable", table) is Outcome<JsonObject>.Refused refused
            ? ResourceProgress.From("DynamoDb", refused.Refusal)
            : Settled(request, request.PhysicalId);
    }

    private static ResourceProgress Delete(ResourceRequest request) =>
        request.Call<DeleteTableRequest, DeleteTableResponse>(DynamoDbService.Name, "DeleteTable", new() { TableName = request.PhysicalId }) switch
        {
            Outcome<DeleteTableResponse>.Refused { Refusal: { Code: not "ResourceNotFoundException" } refusal } => ResourceProgress.From("DynamoDb", refusal),
            _ => new ResourceProgress.Done(request.PhysicalId),
        };

    /// <summary>Sets what is set apart from the definition, and answers with the resource's attributes.</summary>
    private static ResourceProgress Settled(ResourceRequest request, string name)
    {
        var (wanted, had) = (TimeToLive(request.Properties), TimeToLive(request.OldProperties));
        if (had is not null && had != wanted)
        {
            Set(request, name, had, enabled: false);
        }

        if (wanted is not null && had != wanted && Set(request, name, wanted, enabled: true) is Outcome<UpdateTimeToLiveResponse>.Refused refused)
        {
            return ResourceProgress.From("DynamoDb", refused.Refusal);
        }

        if (request.Properties["PointInTimeRecoverySpecification"]?["PointInTimeRecoveryEnabled"] is { } recovery)
        {
            request.Call<UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse>(DynamoDbService.Name, "UpdateContinuousBackups", new()
            {
                TableName = name,
                PointInTimeRecoverySpecification = new() { PointInTimeRecoveryEnabled = IsTrue(recovery) },
            });
        }

        return new ResourceProgress.Done(name, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["Arn"] = TableLookup.Arn(request.Step, name) });
    }

    private static Outcome<UpdateTimeToLiveResponse> Set(ResourceRequest request, string name, string attribute, bool enabled) =>
        request.Call<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse>(DynamoDbService.Name, "UpdateTimeToLive", new()
        {
            TableName = name,
            TimeToLiveSpecification = new() { AttributeName = attribute, Enabled = enabled },
        });

    private static string? TimeToLive(JsonObject properties) =>
        properties["TimeToLiveSpecification"] is { } specification && IsTrue(specification["Enabled"]) ? specification["AttributeName"]?.GetValue<string>() : null;

    private static JsonArray? IndexUpdates(ResourceRequest request)
    {
        var (before, after) = (Indexes(request.OldProperties), Indexes(request.Properties));
        var updates = before.Where(pair => !after.ContainsKey(pair.Key))
            .Select(pair => new JsonObject { ["Delete"] = new JsonObject { ["IndexName"] = pair.Key } })
            .Concat(after.Where(pair => !before.ContainsKey(pair.Key)).Select(pair => new JsonObject { ["Create"] = Numbers(pair.Value) }))
            .ToArray<JsonNode?>();
        return updates.Length == 0 ? null : new(updates);
    }

    private static Dictionary<string, JsonNode> Indexes(JsonObject properties) =>
        (properties["GlobalSecondaryIndexes"] as JsonArray ?? []).ToDictionary(index => index!["IndexName"]!.GetValue<string>(), index => index!, StringComparer.Ordinal);

    private static ResourceProgress.Failed? Unknown(JsonObject properties) =>
        properties.Select(property => property.Key).Except(Definition).Except(Others).ToList() is { Count: > 0 } names
            ? new($"The embedded cloud does not serve these properties of AWS::DynamoDB::Table: {string.Join(", ", names)}")
            : null;

    private static JsonObject Members(JsonObject properties, string[] names) =>
        new(names.Where(properties.ContainsKey).Select(name => KeyValuePair.Create(name, Numbers(properties[name]))));

    private static JsonArray Tags(ResourceRequest request)
    {
        var tags = (request.Properties["Tags"] as JsonArray ?? []).Select(tag => (Key: tag!["Key"]!.GetValue<string>(), Value: tag["Value"]!.GetValue<string>()))
            .Concat(request.StackTags.Select(tag => (tag.Key, tag.Value)))
            .DistinctBy(tag => tag.Key);
        return new([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);
    }

    // A template may write capacity units and booleans as text.
    private static JsonNode? Numbers(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Key is "ReadCapacityUnits" or "WriteCapacityUnits"
            ? long.Parse(member.Value!.ToString(), CultureInfo.InvariantCulture)
            : Numbers(member.Value)))),
        JsonArray elements => new JsonArray([.. elements.Select(Numbers)]),
        _ => node?.DeepClone(),
    };

    private static bool IsTrue(JsonNode? node) => string.Equals(node?.ToString(), "true", StringComparison.OrdinalIgnoreCase);
}
