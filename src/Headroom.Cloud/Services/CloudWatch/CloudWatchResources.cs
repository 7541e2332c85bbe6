using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>CloudWatch's CloudFormation resource types: <c>AWS::CloudWatch::Alarm</c> and <c>AWS::CloudWatch::CompositeAlarm</c>.</summary>
internal static class CloudWatchResources
{
    internal static IReadOnlyList<ResourceType> All { get; } =
    [
        Type("AWS::CloudWatch::Alarm", Put<PutMetricAlarmRequest, PutMetricAlarmResponse>("PutMetricAlarm")),
        Type("AWS::CloudWatch::CompositeAlarm", Put<PutCompositeAlarmRequest, PutCompositeAlarmResponse>("PutCompositeAlarm")),
    ];

    private static ResourceType Type(string name, Func<ResourceRequest, string, ResourceProgress> put) =>
        new(name, request => put(request, request.Properties.Text("AlarmName") ?? request.GeneratedName(255)), request => put(request, request.PhysicalId), Delete)
        {
            ReplacedBy = new HashSet<string> { "AlarmName" },
        };

    private static Func<ResourceRequest, string, ResourceProgress> Put<TRequest, TResponse>(string operation) => (request, name) =>
    {
        var properties = request.Properties.WithStackTags(request);
        properties["AlarmName"] = name;
        return ResourceHandler.Call<TRequest, TResponse>(request, CloudWatchService.Name, operation, properties, _ =>
            new ResourceProgress.Done(name, new Dictionary<string, JsonNode?> { ["Arn"] = request.Step.Settings.Arn("cloudwatch", $"alarm:{name}") }));
    };

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteAlarmsRequest, DeleteAlarmsResponse>(
        request, CloudWatchService.Name, "DeleteAlarms", new() { AlarmNames = [request.PhysicalId] }, "ResourceNotFound");
}
