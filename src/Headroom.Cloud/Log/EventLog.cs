namespace Headroom.Cloud.Log;

/// <summary>The one event log: appended by the kernel when a step commits, read by anyone.</summary>
public sealed class EventLog
{
    private readonly Lock _lock = new();
    private readonly Queue<CloudEvent> _events = new();
    private readonly int _capacity;

    /// <summary>A log that remembers the last <paramref name="capacity"/> events.</summary>
    public EventLog(int capacity = 100_000) => _capacity = capacity;

    /// <summary>Raised, on the kernel's thread, for each event once its step is durable. Handlers return at once.</summary>
    public event Action<CloudEvent>? Appended;

    /// <summary>The remembered events after this sequence number, oldest first.</summary>
    public IReadOnlyList<CloudEvent> After(long sequence)
    {
        lock (_lock)
        {
            return _events.Where(e => e.Sequence > sequence).ToList();
        }
    }

    internal void Append(CloudEvent happened)
    {
        lock (_lock)
        {
            _events.Enqueue(happened);
            if (_events.Count > _capacity)
            {
                _events.Dequeue();
            }
        }

        Appended?.Invoke(happened);
    }
}
