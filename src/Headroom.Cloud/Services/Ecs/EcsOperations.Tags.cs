using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

internal static partial class EcsOperations
{
    private static readonly Refusal UnknownResource = new("InvalidParameterException", "The specified resource is not found or inactive. Check the resource ARN and try again.");

    /// <summary>Adds tags, or changes their values.</summary>
    internal static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request) =>
        RefuseTags(request.Tags) is { } refusal ? refusal
        : ChangeTags(step, request.ResourceArn, tags => [.. tags.Where(tag => request.Tags.All(given => given.Key != tag.Key)), .. request.Tags])
            ? new TagResourceResponse()
            : UnknownResource;

    /// <summary>Removes tags; ones that are not there are no error.</summary>
    internal static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request) =>
        ChangeTags(step, request.ResourceArn, tags => [.. tags.Where(tag => !request.TagKeys.Contains(tag.Key!))])
            ? new UntagResourceResponse()
            : UnknownResource;

    /// <summary>The tags of a cluster, service, task definition or task.</summary>
    internal static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request)
    {
        IReadOnlyList<Tag>? found = null;
        return ChangeTags(step, request.ResourceArn, tags => found = tags) ? new ListTagsForResourceResponse { Tags = found } : UnknownResource;
    }

    /// <summary>Null where each key comes but once.</summary>
    internal static Refusal? RefuseTags(IReadOnlyList<Tag>? tags) => TagKeys.ComeTwice(tags?.Select(tag => tag.Key))
        ? new("InvalidParameterException", "Multiple tags contain the same key.")
        : null;

    private static bool ChangeTags(Step step, string arn, Func<IReadOnlyList<Tag>, IReadOnlyList<Tag>> change)
    {
        var path = arn.Split(':', 6)[^1].Split('/');
        switch (path)
        {
            case ["cluster", var name] when step.Table(EcsState.Clusters).Find(name) is { } cluster:
                step.Table(EcsState.Clusters).Put(name, cluster with { Tags = change(cluster.Tags ?? []) });
                return true;
            case ["service", var cluster, var name] when step.Table(EcsState.Services).Find(ServiceRecord.KeyOf(cluster, name)) is { } service:
                step.Table(EcsState.Services).Put(service.Key, service with { Settings = service.Settings with { Tags = change(service.Settings.Tags ?? []) } });
                return true;
            case ["task", var cluster, var id] when FindTask(step, cluster, id) is { } task:
                step.Table(EcsState.Tasks).Put(task.Key, task with { Tags = change(task.Tags) });
                return true;
            case ["task-definition", var revision] when TaskDefinitions.Find(step, revision) is { } record:
                var key = EcsState.TaskDefinitionKey(record.Definition.Family!, record.Definition.Revision!.Value);
                step.Table(EcsState.TaskDefinitions).Put(key, record with { Tags = change(record.Tags) });
                return true;
            default:
                return false;
        }
    }
}
