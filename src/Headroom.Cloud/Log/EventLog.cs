namespace Headroom.Cloud.Log;

/// <summary>The one event log: appended by the kernel when a step commits, read by anyone.</summary>
public sealed class EventLog
{
    private readonly Lock _lock = new();
    private readonly Queue<CloudEvent> _events = new();
    private readonly int _capacity;
    private volatile Action<CloudEvent>[] _listeners = [];

    /// <summary>A log that remembers the last <paramref name="capacity"/> events.</summary>
    public EventLog(int capacity = 100_000) => _capacity = capacity;

    /// <summary>Has <paramref name="listener"/> called, on the kernel's thread, for each event once its step is durable. It returns at once.</summary>
    public void Listen(Action<CloudEvent> listener)
    {
        lock (_lock)
        {
            _listeners = [.. _listeners, listener];
        }
    }

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

        foreach (var listener in _listeners)
        {
            listener(happened);
        }
    }
}
