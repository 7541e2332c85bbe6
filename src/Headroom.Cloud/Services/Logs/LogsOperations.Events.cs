using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Logs;

/// <summary>
/// Log events: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html, API_GetLogEvents,
/// API_FilterLogEvents.
/// </summary>
internal static partial class LogsOperations
{
    private const int LargestPage = 10_000;

    internal static Outcome<PutLogEventsResponse> PutLogEvents(Step step, PutLogEventsRequest request)
    {
        if (FindStream(step, request.LogGroupName, request.LogStreamName) is not { } stream)
        {
            return FindGroup(step, request.LogGroupName) is null ? LogsRefusals.NoGroup : LogsRefusals.NoStream;
        }

        if (request.LogEvents.Zip(request.LogEvents.Skip(1)).Any(pair => pair.First.Timestamp > pair.Second.Timestamp))
        {
            return LogsRefusals.Invalid("Log events in a single PutLogEvents request must be in chronological order.");
        }

        var now = step.Now.ToUnixTimeMilliseconds();
        var position = stream.EventCount;
        foreach (var written in request.LogEvents)
        {
            step.Table(LogsState.Events).Put(
                LogsState.EventKey(stream.GroupName, stream.Name, position),
                new(stream.Name, position, written.Timestamp, now, written.Message));
            position++;
        }

        Put(step, stream with
        {
            EventCount = position,
            FirstEventAt = Math.Min(stream.FirstEventAt ?? long.MaxValue, request.LogEvents[0].Timestamp),
            LastEventAt = Math.Max(stream.LastEventAt ?? 0, request.LogEvents[^1].Timestamp),
            LastIngestedAt = now,
        });
        EmbeddedMetrics.Publish(step, request.LogEvents);
        return new PutLogEventsResponse { NextSequenceToken = position.ToString("d56", CultureInfo.InvariantCulture) };
    }

    /// <summary>
    /// A page of a stream, forward or backward. Tokens are positions (<c>f/12</c>: from event 12 on, <c>b/12</c>: the events before 12);
    /// as on AWS, the end is where the same token comes back.
    /// </summary>
    internal static Outcome<GetLogEventsResponse> GetLogEvents(Step step, GetLogEventsRequest request)
    {
        var group = LogsArns.GroupName(request.LogGroupName, request.LogGroupIdentifier);
        if (FindStream(step, group, request.LogStreamName) is null)
        {
            return FindGroup(step, group) is null ? LogsRefusals.NoGroup : LogsRefusals.NoStream;
        }

        var events = Kept(step, group, request.LogStreamName, request.StartTime, request.EndTime);
        var limit = request.Limit ?? LargestPage;
        var forward = request.NextToken is { } token ? token.StartsWith('f') : request.StartFromHead is true;
        var from = Position(request.NextToken);
        var page = forward
            ? events.Where(written => written.Position >= (from ?? 0)).Take(limit).ToList()
            : events.Where(written => written.Position < (from ?? long.MaxValue)).TakeLast(limit).ToList();
        var (first, next) = page.Count > 0 ? (page[0].Position, page[^1].Position + 1) : (from ?? 0, from ?? 0);
        return new GetLogEventsResponse
        {
            Events = [.. page.Select(written => new OutputLogEvent { Timestamp = written.Timestamp, Message = written.Message, IngestionTime = written.IngestedAt })],
            NextForwardToken = $"f/{next}",
            NextBackwardToken = $"b/{first}",
        };
    }

    internal static Outcome<FilterLogEventsResponse> FilterLogEvents(Step step, FilterLogEventsRequest request)
    {
        var group = LogsArns.GroupName(request.LogGroupName, request.LogGroupIdentifier);
        if (FindGroup(step, group) is null)
        {
            return LogsRefusals.NoGroup;
        }

        if (request is { LogStreamNames.Count: > 0, LogStreamNamePrefix: not null })
        {
            return LogsRefusals.Invalid("logStreamNames and logStreamNamePrefix cannot both be specified.");
        }

        if (!FilterPattern.TryParse(request.FilterPattern, out var pattern))
        {
            return LogsRefusals.Invalid($"Invalid filter pattern: the embedded cloud reads terms only, not {request.FilterPattern}");
        }

        var streams = step.Table(LogsState.Streams).WithPrefix($"{group}\n{request.LogStreamNamePrefix}")
            .Where(stream => request.LogStreamNames is not { Count: > 0 } names || names.Contains(stream.Name));
        var skipped = request.NextToken is { } token ? (int)Math.Min(Number(token, token), int.MaxValue) : 0;
        var limit = request.Limit ?? LargestPage;
        var page = streams
            .SelectMany(stream => Kept(step, group, stream.Name, request.StartTime, request.EndTime))
            .Where(written => pattern.Matches(written.Message))
            .OrderBy(written => written.Timestamp)
            .Skip(skipped)
            .Take(limit + 1)
            .ToList();
        return new FilterLogEventsResponse
        {
            Events = [.. page.Take(limit).Select(Filtered)],
            SearchedLogStreams = [],
            NextToken = page.Count > limit ? (skipped + limit).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private static long? Position(string? token) => token switch
    {
        null => null,
        ['f' or 'b', '/', .. var position] => Number(position, token),
        _ => throw new PageException.UnknownToken(token),
    };

    private static long Number(string text, string token) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new PageException.UnknownToken(token);

    // Events past their group's retention are gone, whether or not their records still are.
    private static IEnumerable<LogEvent> Kept(Step step, string group, string stream, long? start, long? end)
    {
        var oldest = FindGroup(step, group)?.RetentionInDays is { } days ? step.Now.AddDays(-days).ToUnixTimeMilliseconds() : 0;
        return step.Table(LogsState.Events).WithPrefix(LogsState.StreamKey(group, stream))
            .Where(written => written.Timestamp >= Math.Max(start ?? 0, oldest) && written.Timestamp < (end ?? long.MaxValue));
    }

    private static FilteredLogEvent Filtered(LogEvent written) => new()
    {
        LogStreamName = written.StreamName,
        Timestamp = written.Timestamp,
        Message = written.Message,
        IngestionTime = written.IngestedAt,
        EventId = $"{written.Timestamp}{written.Position:d12}",
    };
}
