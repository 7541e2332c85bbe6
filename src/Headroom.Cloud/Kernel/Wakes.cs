using Headroom.Cloud.Store;

namespace Headroom.Cloud.Kernel;

/// <summary>Who wishes to be woken when: kept in the store, so that no wait is lost, and indexed by due time.</summary>
internal sealed class Wakes
{
    private static readonly TableName<Wake> Name = new("kernel/wakes");
    private readonly Table<Wake> _table;
    private readonly PriorityQueue<Wake, (DateTimeOffset, long)> _queue = new();
    private long _sequence;

    internal Wakes(RecordStore store)
    {
        _table = store.Table(Name);
        foreach (var wake in _table.Unordered)
        {
            _queue.Enqueue(wake, (wake.DueAt, wake.Sequence));
            _sequence = Math.Max(_sequence, wake.Sequence);
        }
    }

    internal Wake? Find(string service, string key) => _table.Find(Wake.TableKey(service, key));

    internal void Ask(string service, string key, DateTimeOffset at)
    {
        var wake = new Wake(service, key, at, ++_sequence);
        _table.Put(wake.InTable, wake);
        _queue.Enqueue(wake, (at, wake.Sequence));
    }

    internal void Cancel(string service, string key) => _table.Remove(Wake.TableKey(service, key));

    /// <summary>The next wake, or null where nobody wishes to be woken.</summary>
    internal Wake? Next => Peek();

    /// <summary>Takes the next wake that is due by now.</summary>
    internal Wake? TakeDue(DateTimeOffset now)
    {
        if (Peek() is not { } wake || wake.DueAt > now)
        {
            return null;
        }

        _queue.Dequeue();
        _table.Remove(wake.InTable);
        return wake;
    }

    /// <summary>A wake undone with its step comes back to the queue.</summary>
    internal void Restore(Wake wake) => _queue.Enqueue(wake, (wake.DueAt, wake.Sequence));

    // The queue may hold wishes that were moved, cancelled or undone since: only what the table says counts.
    private Wake? Peek()
    {
        while (_queue.TryPeek(out var wake, out _))
        {
            if (ReferenceEquals(_table.Find(wake.InTable), wake))
            {
                return wake;
            }

            _queue.Dequeue();
        }

        return null;
    }
}
