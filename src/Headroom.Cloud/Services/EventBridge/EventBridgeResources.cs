using System.Text.Json.Nodes;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>
/// CloudFormation's <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_Events.html">AWS::Events::Rule and EventBus</see>.
/// </summary>
internal static class EventBridgeResources
{
    internal static IReadOnlyList<ResourceType> All { get; } =
    [
        new(
            "AWS::Events::Rule",
            request => Put(request, request.Properties.Text("Name") ?? request.GeneratedName()),
            request => Put(request, RuleName(request)),
            Delete)
        {
            ReplacedBy = new HashSet<string> { "Name", "EventBusName" },
        },
        new("AWS::Events::EventBus", CreateBus, request => Bus(request, request.PhysicalId), DeleteBus) { ReplacedBy = new HashSet<string> { "Name" } },
    ];

    private static ResourceProgress Put(ResourceRequest request, string name) => ResourceProperties.Read<RuleProperties>(request.Properties.WithStackTags(request), properties =>
    {
        var put = new PutRuleRequest
        {
            Name = name,
            EventBusName = properties.EventBusName,
            EventPattern = properties.EventPattern?.ToJsonString(WireJson.Options),
            ScheduleExpression = properties.ScheduleExpression,
            State = properties.State,
            Description = properties.Description,
            RoleArn = properties.RoleArn,
            Tags = properties.Tags,
        };
        return ResourceHandler.Call<PutRuleRequest, PutRuleResponse>(request, EventBridgeService.Name, "PutRule", put, rule =>
            RemoveTargets(request, name, properties.EventBusName, Ids(request.OldProperties).Except(Ids(request.Properties)))
                ?? PutTargets(request, name, properties.EventBusName)
                ?? new ResourceProgress.Done(
                    properties.EventBusName is null ? name : $"{properties.EventBusName}|{name}",
                    new Dictionary<string, JsonNode?> { ["Arn"] = rule.RuleArn }));
    });

    private static ResourceProgress? PutTargets(ResourceRequest request, string rule, string? bus)
    {
        if (request.Properties["Targets"] is not JsonArray { Count: > 0 } targets)
        {
            return null;
        }

        var put = new JsonObject { ["Rule"] = rule, ["EventBusName"] = bus, ["Targets"] = targets.DeepClone() };
        return ResourceHandler.Call<PutTargetsRequest, PutTargetsResponse>(request, EventBridgeService.Name, "PutTargets", put, response =>
            response.FailedEntries is [var failed, ..]
                ? new ResourceProgress.Failed($"{failed.ErrorMessage} (Service: events, Error Code: {failed.ErrorCode})")
                : new ResourceProgress.Done(rule)) as ResourceProgress.Failed;
    }

    private static ResourceProgress? RemoveTargets(ResourceRequest request, string rule, string? bus, IEnumerable<string> ids) => ids.ToList() is { Count: > 0 } gone
        ? ResourceHandler.Delete<RemoveTargetsRequest, RemoveTargetsResponse>(
            request, EventBridgeService.Name, "RemoveTargets", new() { Rule = rule, EventBusName = bus, Ids = gone }, "ResourceNotFoundException") as ResourceProgress.Failed
        : null;

    private static ResourceProgress Delete(ResourceRequest request)
    {
        var (name, bus) = (RuleName(request), request.Properties.Text("EventBusName"));
        return RemoveTargets(request, name, bus, Ids(request.Properties)) ?? ResourceHandler.Delete<DeleteRuleRequest, DeleteRuleResponse>(
            request, EventBridgeService.Name, "DeleteRule", new() { Name = name, EventBusName = bus }, "ResourceNotFoundException");
    }

    private static string RuleName(ResourceRequest request) => request.PhysicalId[(request.PhysicalId.IndexOf('|') + 1)..];

    private static IEnumerable<string> Ids(JsonObject properties) =>
        (properties["Targets"] as JsonArray ?? []).OfType<JsonObject>().Select(target => target["Id"]?.ToString() ?? "");

    private static ResourceProgress CreateBus(ResourceRequest request) => ResourceHandler.Call<CreateEventBusRequest, CreateEventBusResponse>(
        request, EventBridgeService.Name, "CreateEventBus", request.Properties, _ => Bus(request, request.Properties.Text("Name")!));

    private static ResourceProgress.Done Bus(ResourceRequest request, string name) => new(name, new Dictionary<string, JsonNode?>
    {
        ["Arn"] = EventBridgeNames.BusArn(request.Step.Settings, name),
        ["Name"] = name,
    });

    private static ResourceProgress DeleteBus(ResourceRequest request) =>
        ResourceHandler.Delete<DeleteEventBusRequest, DeleteEventBusResponse>(request, EventBridgeService.Name, "DeleteEventBus", new()
        {
            Name = request.PhysicalId,
        });

    private sealed record RuleProperties(
        string? Name,
        string? EventBusName,
        JsonObject? EventPattern,
        string? ScheduleExpression,
        string? State,
        string? Description,
        string? RoleArn,
        JsonArray? Targets,
        IReadOnlyList<Tag>? Tags);
}
