namespace Headroom.Cloud.Store;

/// <summary>One changed key: what stood there before the step and what stands there now.</summary>
public readonly record struct Change(ITable Table, string Key, object? Before, object? After);

/// <summary>What the running step has changed, in order, so that it can be undone or made durable as one.</summary>
public sealed class Journal
{
    private readonly List<Change> _changes = [];

    /// <summary>A place to come back to with <see cref="UndoTo"/>.</summary>
    public int Mark => _changes.Count;

    internal void Note(ITable table, string key, object? before, object? after) => _changes.Add(new(table, key, before, after));

    /// <summary>Undoes everything since the mark, last change first.</summary>
    public void UndoTo(int mark)
    {
        for (var i = _changes.Count - 1; i >= mark; i--)
        {
            _changes[i].Table.Set(_changes[i].Key, _changes[i].Before);
        }

        _changes.RemoveRange(mark, _changes.Count - mark);
    }

    /// <summary>Hands over the step's changes, as far as they are kept, and begins anew.</summary>
    public IReadOnlyList<Change> Take()
    {
        _changes.RemoveAll(static change => !change.Table.Kept);
        if (_changes.Count == 0)
        {
            return [];
        }

        var taken = _changes.ToArray();
        _changes.Clear();
        return taken;
    }
}
