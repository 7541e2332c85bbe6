using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Logs;

/// <summary>Log streams: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html.</summary>
internal static partial class LogsOperations
{
    internal static Outcome<CreateLogStreamResponse> CreateLogStream(Step step, CreateLogStreamRequest request)
    {
        if (FindGroup(step, request.LogGroupName) is null)
        {
            return LogsRefusals.NoGroup;
        }

        if (FindStream(step, request.LogGroupName, request.LogStreamName) is not null)
        {
            return LogsRefusals.StreamExists;
        }

        Put(step, new Stream(request.LogGroupName, request.LogStreamName, step.Now, 0, null, null, null));
        return new CreateLogStreamResponse();
    }

    internal static Outcome<DeleteLogStreamResponse> DeleteLogStream(Step step, DeleteLogStreamRequest request)
    {
        if (FindStream(step, request.LogGroupName, request.LogStreamName) is not { } stream)
        {
            return FindGroup(step, request.LogGroupName) is null ? LogsRefusals.NoGroup : LogsRefusals.NoStream;
        }

        Remove(step, stream);
        return new DeleteLogStreamResponse();
    }

    internal static Outcome<DescribeLogStreamsResponse> DescribeLogStreams(Step step, DescribeLogStreamsRequest request)
    {
        var name = LogsArns.GroupName(request.LogGroupName, request.LogGroupIdentifier);
        if (FindGroup(step, name) is null)
        {
            return LogsRefusals.NoGroup;
        }

        if (request is { OrderBy: "LastEventTime", LogStreamNamePrefix: not null })
        {
            return LogsRefusals.Invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }

        var streams = step.Table(LogsState.Streams).WithPrefix($"{name}\n{request.LogStreamNamePrefix}");
        var ordered = request.OrderBy == "LastEventTime" ? streams.OrderBy(stream => stream.LastEventAt ?? 0).ToList() : streams;
        var listed = request.Descending is true ? ordered.Reverse() : ordered;
        var limit = request.Limit ?? 50;
        var rest = listed.SkipWhile(stream => request.NextToken is { } token && stream.Name != token).Take(limit + 1).ToList();
        return new DescribeLogStreamsResponse
        {
            LogStreams = [.. rest.Take(limit).Select(stream => Describe(step, stream))],
            NextToken = rest.Count > limit ? rest[limit].Name : null,
        };
    }

    private static Stream? FindStream(Step step, string group, string stream) =>
        step.Table(LogsState.Streams).Find(LogsState.StreamKey(group, stream));

    private static void Put(Step step, Stream stream) =>
        step.Table(LogsState.Streams).Put(LogsState.StreamKey(stream.GroupName, stream.Name), stream);

    private static void Remove(Step step, Stream stream)
    {
        var key = LogsState.StreamKey(stream.GroupName, stream.Name);
        foreach (var written in step.Table(LogsState.Events).WithPrefix(key))
        {
            step.Table(LogsState.Events).Remove(LogsState.EventKey(stream.GroupName, stream.Name, written.Position));
        }

        step.Table(LogsState.Streams).Remove(key);
    }

    private static LogStream Describe(Step step, Stream stream) => new()
    {
        LogStreamName = stream.Name,
        CreationTime = stream.CreatedAt.ToUnixTimeMilliseconds(),
        FirstEventTimestamp = stream.FirstEventAt,
        LastEventTimestamp = stream.LastEventAt,
        LastIngestionTime = stream.LastIngestedAt,
        UploadSequenceToken = "0",
        Arn = LogsArns.Stream(step, stream.GroupName, stream.Name),
        StoredBytes = 0,
    };
}
