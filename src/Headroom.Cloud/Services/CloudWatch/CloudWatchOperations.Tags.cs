using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

internal static partial class CloudWatchOperations
{
    /// <summary>Adds tags to an alarm, or changes their values.</summary>
    internal static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request)
    {
        if (AlarmOf(step, request.ResourceARN) is not { } record)
        {
            return UnknownAlarm;
        }

        var tags = record.Tags.Where(tag => request.Tags.All(given => given.Key != tag.Key)).Concat(request.Tags).ToList();
        AllAlarms.Put(step, record.With(tags));
        return new TagResourceResponse();
    }

    /// <summary>Removes tags from an alarm.</summary>
    internal static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request)
    {
        if (AlarmOf(step, request.ResourceARN) is not { } record)
        {
            return UnknownAlarm;
        }

        AllAlarms.Put(step, record.With(record.Tags.Where(tag => !request.TagKeys.Contains(tag.Key)).ToList()));
        return new UntagResourceResponse();
    }

    /// <summary>An alarm's tags.</summary>
    internal static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request) =>
        AlarmOf(step, request.ResourceARN) is { } record ? new ListTagsForResourceResponse { Tags = record.Tags } : UnknownAlarm;

    private static Refusal UnknownAlarm { get; } = new("ResourceNotFoundException", "The named resource does not exist.");

    private static IAlarmRecord? AlarmOf(Step step, string arn) => AllAlarms.Find(step, arn.Split(':', 7)[^1]);
}
