using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

internal static partial class AutoScalingOperations
{
    /// <summary>Activities of the last six weeks, newest first; those that did not scale only where asked for.</summary>
    internal static Outcome<DescribeScalingActivitiesResponse> DescribeScalingActivities(Step step, DescribeScalingActivitiesRequest request)
    {
        var wanted = ScalingActivities.List(step, request.ServiceNamespace + '|')
            .Where(activity => request.ResourceId is null || activity.ResourceId == request.ResourceId)
            .Where(activity => request.ScalableDimension is null || activity.ScalableDimension == request.ScalableDimension)
            .Where(activity => activity.NotScaledReasons is null || request.IncludeNotScaledActivities == true)
            .OrderByDescending(activity => activity.StartTime);
        var page = Page.Of(wanted, activity => activity.ActivityId, request.NextToken, PageSize(request.MaxResults));
        return new DescribeScalingActivitiesResponse { ScalingActivities = page.Items, NextToken = page.NextToken };
    }

    /// <summary>Adds tags to a scalable target, or changes their values.</summary>
    internal static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request)
    {
        if (!IsTarget(step, request.ResourceARN))
        {
            return UnknownResource;
        }

        var tags = new SortedDictionary<string, string>(TagsOf(step, request.ResourceARN).ToDictionary(), StringComparer.Ordinal);
        foreach (var (key, value) in request.Tags)
        {
            tags[key] = value;
        }

        if (tags.Count > TagKeys.Most)
        {
            return new Refusal(
                "TooManyTagsException",
                "The request contains too many tags. Try the request again with fewer tags.",
                new() { ["ResourceName"] = request.ResourceARN });
        }

        step.Table(AutoScalingState.Tags).Put(request.ResourceARN, new(tags));
        return new TagResourceResponse();
    }

    /// <summary>Removes tags from a scalable target.</summary>
    internal static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request)
    {
        if (!IsTarget(step, request.ResourceARN))
        {
            return UnknownResource;
        }

        step.Table(AutoScalingState.Tags).Put(request.ResourceARN, new(TagsOf(step, request.ResourceARN).Where(tag => !request.TagKeys.Contains(tag.Key)).ToDictionary()));
        return new UntagResourceResponse();
    }

    /// <summary>A scalable target's tags.</summary>
    internal static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request) =>
        IsTarget(step, request.ResourceARN) ? new ListTagsForResourceResponse { Tags = TagsOf(step, request.ResourceARN) } : UnknownResource;

    private static Refusal UnknownResource { get; } = new("ResourceNotFoundException", "The specified resource doesn't exist.");

    private static bool IsTarget(Step step, string arn) => step.Table(AutoScalingState.Targets).All.Any(target => target.ScalableTargetARN == arn);

    private static IReadOnlyDictionary<string, string> TagsOf(Step step, string arn) =>
        step.Table(AutoScalingState.Tags).Find(arn)?.Tags ?? new Dictionary<string, string>();
}
