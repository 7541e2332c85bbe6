using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>Tags of state machines and activities.</summary>
internal static partial class StepFunctionsOperations
{
    public static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request) =>
        TagsOf(step, request.ResourceArn) is { } tags
            ? new ListTagsForResourceResponse { Tags = [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] }
            : NoResource(request.ResourceArn);

    public static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request)
    {
        if (TagsOf(step, request.ResourceArn) is not { } tags)
        {
            return NoResource(request.ResourceArn);
        }

        var given = TagKeys.Map(request.Tags, tag => tag.Key, tag => tag.Value);
        var all = tags.Where(tag => !given.ContainsKey(tag.Key)).Concat(given).ToList();
        if (all.Count > TagKeys.Most)
        {
            return new Refusal("TooManyTags", "You've exceeded the number of tags allowed for a resource.", new() { ["resourceName"] = request.ResourceArn });
        }

        PutTags(step, request.ResourceArn, all);
        return new TagResourceResponse();
    }

    public static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request)
    {
        if (TagsOf(step, request.ResourceArn) is not { } tags)
        {
            return NoResource(request.ResourceArn);
        }

        PutTags(step, request.ResourceArn, tags.Where(tag => !request.TagKeys.Contains(tag.Key)));
        return new UntagResourceResponse();
    }

    private static IReadOnlyDictionary<string, string>? TagsOf(Step step, string arn) =>
        step.Table(StepFunctionsState.StateMachines).Find(arn)?.Tags ?? step.Table(StepFunctionsState.Activities).Find(arn)?.Tags;

    private static void PutTags(Step step, string arn, IEnumerable<KeyValuePair<string, string>> tags)
    {
        var all = tags.ToDictionary(StringComparer.Ordinal);
        if (step.Table(StepFunctionsState.StateMachines).Find(arn) is { } machine)
        {
            step.Table(StepFunctionsState.StateMachines).Put(arn, machine with { Tags = all });
        }
        else
        {
            step.Table(StepFunctionsState.Activities).Put(arn, step.Table(StepFunctionsState.Activities).Get(arn) with { Tags = all });
        }
    }

    private static Refusal NoResource(string arn) => new("ResourceNotFound", $"Resource not found: '{arn}'");
}
