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
        step.Table(CloudWatchState.Alarms).Put(record.Alarm.AlarmName!, record with { Tags = tags });
        return new TagResourceResponse();
    }

    /// <summary>Removes tags from an alarm.</summary>
    internal static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request)
    {
        if (AlarmOf(step, request.ResourceARN) is not { } record)
        {
            return UnknownAlarm;
        }

        step.Table(CloudWatchState.Alarms).Put(record.Alarm.AlarmName!, record with { Tags = [.. record.Tags.Where(tag => !request.TagKeys.Contains(tag.Key))] });
        return new UntagResourceResponse();
    }

    /// <summary>An alarm's tags.</summary>
    internal static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request) =>
        AlarmOf(step, request.ResourceARN) is { } record ? new ListTagsForResourceResponse { Tags = record.Tags } : UnknownAlarm;

    private static Refusal UnknownAlarm { get; } = new("ResourceNotFoundException", "The named resource does not exist.");

    private static AlarmRecord? AlarmOf(Step step, string arn) => step.Table(CloudWatchState.Alarms).Find(arn.Split(':', 7)[^1]);
}
