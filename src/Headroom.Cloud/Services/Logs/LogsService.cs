using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Logs;

/// <summary>Amazon CloudWatch Logs.</summary>
public static class LogsService
{
    internal const string Name = "logs";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Group<CreateLogGroupRequest, CreateLogGroupResponse>("CreateLogGroup", LogsOperations.CreateLogGroup, r => r.LogGroupName),
        Group<DeleteLogGroupRequest, DeleteLogGroupResponse>("DeleteLogGroup", LogsOperations.DeleteLogGroup, r => r.LogGroupName),
        Operation.Of<DescribeLogGroupsRequest, DescribeLogGroupsResponse>(
            "DescribeLogGroups", LogsOperations.DescribeLogGroups, (step, _) => LogsArns.Group(step, "")),
        Group<PutRetentionPolicyRequest, PutRetentionPolicyResponse>(
            "PutRetentionPolicy", LogsOperations.PutRetentionPolicy, r => r.LogGroupName),
        Group<DeleteRetentionPolicyRequest, DeleteRetentionPolicyResponse>(
            "DeleteRetentionPolicy", LogsOperations.DeleteRetentionPolicy, r => r.LogGroupName),
        Operation.Of<ListTagsForResourceRequest, ListTagsForResourceResponse>(
            "ListTagsForResource", LogsOperations.ListTagsForResource, (_, r) => r.ResourceArn),
        Group<ListTagsLogGroupRequest, ListTagsLogGroupResponse>("ListTagsLogGroup", LogsOperations.ListTagsLogGroup, r => r.LogGroupName),
        Operation.Of<TagResourceRequest, TagResourceResponse>("TagResource", LogsOperations.TagResource, (_, r) => r.ResourceArn),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", LogsOperations.UntagResource, (_, r) => r.ResourceArn),
        Operation.Of<PutResourcePolicyRequest, PutResourcePolicyResponse>("PutResourcePolicy", LogsOperations.PutResourcePolicy),
        Operation.Of<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>(
            "DeleteResourcePolicy", LogsOperations.DeleteResourcePolicy),
        Operation.Of<DescribeResourcePoliciesRequest, DescribeResourcePoliciesResponse>(
            "DescribeResourcePolicies", LogsOperations.DescribeResourcePolicies),
        Operation.Of<CreateLogStreamRequest, CreateLogStreamResponse>(
            "CreateLogStream",
            LogsOperations.CreateLogStream,
            (step, r) => LogsArns.Group(step, r.LogGroupName),
            (step, _) => LogsOperations.Policies(step)),
        Operation.Of<DeleteLogStreamRequest, DeleteLogStreamResponse>(
            "DeleteLogStream", LogsOperations.DeleteLogStream, (step, request) => LogsArns.Stream(step, request.LogGroupName, request.LogStreamName)),
        Group<DescribeLogStreamsRequest, DescribeLogStreamsResponse>(
            "DescribeLogStreams", LogsOperations.DescribeLogStreams, r => LogsArns.GroupName(r.LogGroupName, r.LogGroupIdentifier)),
        Operation.Of<PutLogEventsRequest, PutLogEventsResponse>(
            "PutLogEvents",
            LogsOperations.PutLogEvents,
            (step, r) => LogsArns.Stream(step, r.LogGroupName, r.LogStreamName),
            (step, _) => LogsOperations.Policies(step)),
        Operation.Of<GetLogEventsRequest, GetLogEventsResponse>(
            "GetLogEvents",
            LogsOperations.GetLogEvents,
            (step, request) => LogsArns.Stream(step, LogsArns.GroupName(request.LogGroupName, request.LogGroupIdentifier), request.LogStreamName)),
        Group<FilterLogEventsRequest, FilterLogEventsResponse>(
            "FilterLogEvents", LogsOperations.FilterLogEvents, r => LogsArns.GroupName(r.LogGroupName, r.LogGroupIdentifier)),
    ])
    {
        UnknownToken = _ => LogsRefusals.Invalid("The specified nextToken is invalid."),
        ResourceTypes = LogsResources.All,
    };

    private static Operation Group<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> group) =>
        Operation.Of(name, method, (step, request) => LogsArns.Group(step, group(request)));
}
