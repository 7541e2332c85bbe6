using Headroom.States.History;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>
/// The history of a running execution: appended in constant time, yet immutable to whoever holds it. All versions share one list; each
/// knows how much of it is its own, and an append to an older version (its step was undone) drops what came after.
/// </summary>
internal sealed class HistoryLog
{
    private readonly List<HistoryEvent> _shared;

    private HistoryLog(List<HistoryEvent> shared) => (_shared, Count) = (shared, shared.Count);

    /// <summary>How many events there are.</summary>
    public int Count { get; }

    public static HistoryLog Of(IReadOnlyList<HistoryEvent> events) => new([.. events]);

    public HistoryLog With(IReadOnlyList<HistoryEvent> events)
    {
        _shared.RemoveRange(Count, _shared.Count - Count);
        _shared.AddRange(events);
        return new(_shared);
    }

    /// <summary>Up to <paramref name="count"/> events from an index.</summary>
    public IReadOnlyList<HistoryEvent> Range(int start, int count) => _shared.GetRange(start, Math.Min(count, Count - start));
}
