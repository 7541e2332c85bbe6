using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Logs;

/// <summary>
/// Log groups: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html and its neighbours.
/// </summary>
internal static partial class LogsOperations
{
    private static readonly HashSet<int> Retentions =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    internal static Outcome<CreateLogGroupResponse> CreateLogGroup(Step step, CreateLogGroupRequest request)
    {
        if (FindGroup(step, request.LogGroupName) is not null)
        {
            return LogsRefusals.GroupExists;
        }

        Put(
            step,
            new Group(request.LogGroupName, step.Now, null, request.LogGroupClass ?? "STANDARD", request.Tags ?? new Dictionary<string, string>()));
        return new CreateLogGroupResponse();
    }

    internal static Outcome<DeleteLogGroupResponse> DeleteLogGroup(Step step, DeleteLogGroupRequest request)
    {
        foreach (var stream in step.Table(LogsState.Streams).WithPrefix($"{request.LogGroupName}\n"))
        {
            Remove(step, stream);
        }

        return step.Table(LogsState.Groups).Remove(request.LogGroupName) ? new DeleteLogGroupResponse() : LogsRefusals.NoGroup;
    }

    internal static Outcome<DescribeLogGroupsResponse> DescribeLogGroups(Step step, DescribeLogGroupsRequest request)
    {
        if (request is { LogGroupNamePrefix: not null, LogGroupNamePattern: not null })
        {
            return LogsRefusals.Invalid("LogGroupNamePrefix and LogGroupNamePattern are mutually exclusive parameters.");
        }

        var limit = request.Limit ?? 50;
        var page = step.Table(LogsState.Groups).All
            .Where(group => request.NextToken is null || string.CompareOrdinal(group.Name, request.NextToken) > 0)
            .Where(group => group.Name.StartsWith(request.LogGroupNamePrefix ?? "", StringComparison.Ordinal))
            .Where(group => group.Name.Contains(request.LogGroupNamePattern ?? "", StringComparison.OrdinalIgnoreCase))
            .Where(group => request.LogGroupIdentifiers is not { Count: > 0 } wanted || wanted.Any(one => LogsArns.NameOf(one) == group.Name))
            .Take(limit + 1)
            .ToList();
        return new DescribeLogGroupsResponse
        {
            LogGroups = [.. page.Take(limit).Select(group => Describe(step, group))],
            NextToken = page.Count > limit ? page[limit - 1].Name : null,
        };
    }

    internal static Outcome<PutRetentionPolicyResponse> PutRetentionPolicy(Step step, PutRetentionPolicyRequest request) =>
        !Retentions.Contains(request.RetentionInDays)
            ? LogsRefusals.Invalid($"{request.RetentionInDays} is not a valid retention: it must be one of {string.Join(", ", Retentions)}.")
            : Change(step, request.LogGroupName, group => group with { RetentionInDays = request.RetentionInDays }).Select(_ => new PutRetentionPolicyResponse());

    internal static Outcome<DeleteRetentionPolicyResponse> DeleteRetentionPolicy(Step step, DeleteRetentionPolicyRequest request) =>
        Change(step, request.LogGroupName, group => group with { RetentionInDays = null }).Select(_ => new DeleteRetentionPolicyResponse());

    internal static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request) =>
        FindGroup(step, LogsArns.NameOf(request.ResourceArn)) is { } group
            ? new ListTagsForResourceResponse { Tags = group.Tags }
            : LogsRefusals.NoGroup;

    internal static Outcome<ListTagsLogGroupResponse> ListTagsLogGroup(Step step, ListTagsLogGroupRequest request) =>
        FindGroup(step, request.LogGroupName) is { } group ? new ListTagsLogGroupResponse { Tags = group.Tags } : LogsRefusals.NoGroup;

    internal static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request) =>
        Change(
            step,
            LogsArns.NameOf(request.ResourceArn),
            group => group with { Tags = group.Tags.With(request.Tags) })
            .Select(_ => new TagResourceResponse());

    internal static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request) =>
        Change(
            step,
            LogsArns.NameOf(request.ResourceArn),
            group => group with { Tags = group.Tags.Without(request.TagKeys) })
            .Select(_ => new UntagResourceResponse());

    private static Group? FindGroup(Step step, string name) => step.Table(LogsState.Groups).Find(name);

    private static void Put(Step step, Group group) => step.Table(LogsState.Groups).Put(group.Name, group);

    private static Outcome<Group> Change(Step step, string name, Func<Group, Group> change)
    {
        if (FindGroup(step, name) is not { } group)
        {
            return LogsRefusals.NoGroup;
        }

        var changed = change(group);
        Put(step, changed);
        return changed;
    }

    private static LogGroup Describe(Step step, Group group) => new()
    {
        LogGroupName = group.Name,
        CreationTime = group.CreatedAt.ToUnixTimeMilliseconds(),
        RetentionInDays = group.RetentionInDays,
        MetricFilterCount = 0,
        Arn = group.Arn(step.Settings),
        LogGroupArn = group.LogGroupArn(step.Settings),
        LogGroupClass = group.Class,
        StoredBytes = 0,
    };
}
