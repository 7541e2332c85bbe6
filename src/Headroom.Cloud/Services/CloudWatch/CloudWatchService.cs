using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>Amazon CloudWatch: metrics and alarms.</summary>
public static class CloudWatchService
{
    internal const string Name = "cloudwatch";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Operation.Of<PutMetricDataRequest, PutMetricDataResponse>("PutMetricData", CloudWatchOperations.PutMetricData),
        Operation.Of<ListMetricsRequest, ListMetricsResponse>("ListMetrics", CloudWatchOperations.ListMetrics),
        Operation.Of<GetMetricStatisticsRequest, GetMetricStatisticsResponse>("GetMetricStatistics", CloudWatchOperations.GetMetricStatistics),
        Operation.Of<GetMetricDataRequest, GetMetricDataResponse>("GetMetricData", CloudWatchOperations.GetMetricData),
        Operation.Of<PutMetricAlarmRequest, PutMetricAlarmResponse>("PutMetricAlarm", CloudWatchOperations.PutMetricAlarm, (step, r) => Alarm(step, r.AlarmName)),
        Operation.Of<PutCompositeAlarmRequest, PutCompositeAlarmResponse>("PutCompositeAlarm", CloudWatchOperations.PutCompositeAlarm, (step, r) => Alarm(step, r.AlarmName)),
        Operation.Of<DescribeAlarmsRequest, DescribeAlarmsResponse>("DescribeAlarms", CloudWatchOperations.DescribeAlarms, (step, r) => OnlyAlarm(step, r.AlarmNames)),
        Operation.Of<DescribeAlarmsForMetricRequest, DescribeAlarmsForMetricResponse>("DescribeAlarmsForMetric", CloudWatchOperations.DescribeAlarmsForMetric),
        Operation.Of<DescribeAlarmHistoryRequest, DescribeAlarmHistoryResponse>("DescribeAlarmHistory", CloudWatchOperations.DescribeAlarmHistory, (step, r) => Alarm(step, r.AlarmName ?? "*")),
        Operation.Of<DeleteAlarmsRequest, DeleteAlarmsResponse>("DeleteAlarms", CloudWatchOperations.DeleteAlarms, (step, r) => OnlyAlarm(step, r.AlarmNames)),
        Operation.Of<SetAlarmStateRequest, SetAlarmStateResponse>("SetAlarmState", CloudWatchOperations.SetAlarmState, (step, r) => Alarm(step, r.AlarmName)),
        Operation.Of<EnableAlarmActionsRequest, EnableAlarmActionsResponse>("EnableAlarmActions", CloudWatchOperations.EnableAlarmActions, (step, r) => OnlyAlarm(step, r.AlarmNames)),
        Operation.Of<DisableAlarmActionsRequest, DisableAlarmActionsResponse>("DisableAlarmActions", CloudWatchOperations.DisableAlarmActions, (step, r) => OnlyAlarm(step, r.AlarmNames)),
        Operation.Of<TagResourceRequest, TagResourceResponse>("TagResource", CloudWatchOperations.TagResource, (_, r) => r.ResourceARN),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", CloudWatchOperations.UntagResource, (_, r) => r.ResourceARN),
        Operation.Of<ListTagsForResourceRequest, ListTagsForResourceResponse>("ListTagsForResource", CloudWatchOperations.ListTagsForResource, (_, r) => r.ResourceARN),
    ])
    {
        UnknownToken = _ => new("InvalidNextToken", "The next token specified is invalid."),
        ResourceTypes = CloudWatchResources.All,
        Woken = CloudWatchDynamics.Woken,
    };

    private static string Alarm(Step step, string name) => step.Settings.Arn("cloudwatch", $"alarm:{name}");

    private static string OnlyAlarm(Step step, IReadOnlyList<string>? names) => Alarm(step, names is { Count: 1 } ? names[0] : "*");
}
