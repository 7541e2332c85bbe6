using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

internal static partial class LoadBalancingOperations
{
    /// <summary>Adds tags, or changes their values.</summary>
    internal static Outcome<AddTagsResponse> AddTags(Step step, AddTagsRequest request)
    {
        foreach (var arn in request.ResourceArns)
        {
            PutTags(step, arn, [.. TagsOf(step, arn).Where(tag => request.Tags.All(given => given.Key != tag.Key)), .. request.Tags]);
        }

        return new AddTagsResponse();
    }

    /// <summary>Removes tags.</summary>
    internal static Outcome<RemoveTagsResponse> RemoveTags(Step step, RemoveTagsRequest request)
    {
        foreach (var arn in request.ResourceArns)
        {
            PutTags(step, arn, [.. TagsOf(step, arn).Where(tag => !request.TagKeys.Contains(tag.Key))]);
        }

        return new RemoveTagsResponse();
    }

    /// <summary>The tags of up to 20 resources.</summary>
    internal static Outcome<DescribeTagsResponse> DescribeTags(Step step, DescribeTagsRequest request) =>
        new DescribeTagsResponse { TagDescriptions = [.. request.ResourceArns.Select(arn => new TagDescription { ResourceArn = arn, Tags = TagsOf(step, arn) })] };

    private static IReadOnlyList<Tag> TagsOf(Step step, string arn) => step.Table(LoadBalancingState.Tags).Find(arn)?.Tags ?? [];

    private static void PutTags(Step step, string arn, IReadOnlyList<Tag>? tags) =>
        step.Table(LoadBalancingState.Tags).Put(arn, new() { ResourceArn = arn, Tags = tags ?? [] });
}
