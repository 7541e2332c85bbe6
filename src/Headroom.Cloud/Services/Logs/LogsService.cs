using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Logs;

/// <summary>Amazon CloudWatch Logs.</summary>
public static class LogsService
{
    internal const string Name = "logs";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Operation.Of<CreateLogGroupRequest, CreateLogGroupResponse>("CreateLogGroup", LogsOperations.CreateLogGroup, (step, request) => LogsArns.Group(step, request.LogGroupName)),
        Operation.Of<DeleteLogGroupRequest, DeleteLogGroupResponse>("DeleteLogGroup", LogsOperations.DeleteLogGroup, (step, request) => LogsArns.Group(step, request.LogGroupName)),
        Operation.Of<DescribeLogGroupsRequest, DescribeLogGroupsResponse>("DescribeLogGroups", LogsOperations.DescribeLogGroups, (step, _) => LogsArns.Group(step, "")),
        Operation.Of<PutRetentionPolicyRequest, PutRetentionPolicyResponse>("PutRetentionPolicy", LogsOperations.PutRetentionPolicy, (step, request) => LogsArns.Group(step, request.LogGroupName)),
        Operation.Of<DeleteRetentionPolicyRequest, DeleteRetentionPolicyResponse>("DeleteRetentionPolicy", LogsOperations.DeleteRetentionPolicy, (step, request) => LogsArns.Group(step, request.LogGroupName)),
        Operation.Of<ListTagsForResourceRequest, ListTagsForResourceResponse>("ListTagsForResource", LogsOperations.ListTagsForResource, (_, request) => request.ResourceArn),
        Operation.Of<ListTagsLogGroupRequest, ListTagsLogGroupResponse>("ListTagsLogGroup", LogsOperations.ListTagsLogGroup, (step, request) => LogsArns.Group(step, request.LogGroupName)),
        Operation.Of<TagResourceRequest, TagResourceResponse>("TagResource", LogsOperations.TagResource, (_, request) => request.ResourceArn),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", LogsOperations.UntagResource, (_, request) => request.ResourceArn),
        Operation.Of<PutResourcePolicyRequest, PutResourcePolicyResponse>("PutResourcePolicy", LogsOperations.PutResourcePolicy),
        Operation.Of<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>("DeleteResourcePolicy", LogsOperations.DeleteResourcePolicy),
        Operation.Of<DescribeResourcePoliciesRequest, DescribeResourcePoliciesResponse>("DescribeResourcePolicies", LogsOperations.DescribeResourcePolicies),
        Operation.Of<CreateLogStreamRequest, CreateLogStreamResponse>(
            "CreateLogStream", LogsOperations.CreateLogStream, (step, request) => LogsArns.Group(step, request.LogGroupName), (step, _) => LogsOperations.Policies(step)),
        Operation.Of<DeleteLogStreamRequest, DeleteLogStreamResponse>(
            "DeleteLogStream", LogsOperations.DeleteLogStream, (step, request) => LogsArns.Stream(step, request.LogGroupName, request.LogStreamName)),
        Operation.Of<DescribeLogStreamsRequest, DescribeLogStreamsResponse>(
            "DescribeLogStreams", LogsOperations.DescribeLogStreams, (step, request) => LogsArns.Group(step, LogsArns.GroupName(request.LogGroupName, request.LogGroupIdentifier))),
        Operation.Of<PutLogEventsRequest, PutLogEventsResponse>(
            "PutLogEvents", LogsOperations.PutLogEvents, (step, request) => LogsArns.Stream(step, request.LogGroupName, request.LogStreamName), (step, _) => LogsOperations.Policies(step)),
        Operation.Of<GetLogEventsRequest, GetLogEventsResponse>(
            "GetLogEvents",
            LogsOperations.GetLogEvents,
            (step, request) => LogsArns.Stream(step, LogsArns.GroupName(request.LogGroupName, request.LogGroupIdentifier), request.LogStreamName)),
        Operation.Of<FilterLogEventsRequest, FilterLogEventsResponse>(
            "FilterLogEvents", LogsOperations.FilterLogEvents, (step, request) => LogsArns.Group(step, LogsArns.GroupName(request.LogGroupName, request.LogGroupIdentifier))),
    ])
    {
        ResourceTypes = LogsResources.All,
    };
}
