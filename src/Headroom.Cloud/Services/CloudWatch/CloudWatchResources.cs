using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>CloudWatch's CloudFormation resource type, <c>AWS::CloudWatch::Alarm</c>.</summary>
internal static class CloudWatchResources
{
    internal static IReadOnlyList<ResourceType> All { get; } =
        [new("AWS::CloudWatch::Alarm", request => Put(request, request.Properties.Text("AlarmName") ?? request.GeneratedName(255)), request => Put(request, request.PhysicalId), Delete) { ReplacedBy = new HashSet<string> { "AlarmName" } }];

    private static ResourceProgress Put(ResourceRequest request, string name)
    {
        var properties = request.Properties.WithStackTags(request);
        properties["AlarmName"] = name;
        return ResourceHandler.Call<PutMetricAlarmRequest, PutMetricAlarmResponse>(request, CloudWatchService.Name, "PutMetricAlarm", properties, _ =>
            new ResourceProgress.Done(name, new Dictionary<string, JsonNode?> { ["Arn"] = request.Step.Settings.Arn("cloudwatch", $"alarm:{name}") }));
    }

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteAlarmsRequest, DeleteAlarmsResponse>(
        request, CloudWatchService.Name, "DeleteAlarms", new() { AlarmNames = [request.PhysicalId] }, "ResourceNotFound");
}
