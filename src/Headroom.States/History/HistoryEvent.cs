namespace Headroom.States.History;

/// <summary>
/// One event of <see href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetExecutionHistory.html">GetExecutionHistory</see>.
/// </summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="PreviousEventId">The event that led to it; 0 for the first two.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Type">What happened; its name is the API's.</param>
/// <param name="Details">What else the API tells about it; null where that is nothing.</param>
public sealed record HistoryEvent(long Id, long PreviousEventId, DateTimeOffset Timestamp, HistoryEventType Type, EventDetails? Details);
