namespace Headroom.Cloud.Store;

/// <summary>Immutable records by key, in ordinal key order. Changed only inside a step, which commits or undoes all of it.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public sealed class Table<T> : ITable
    where T : class
{
    private readonly Dictionary<string, T> _records = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);
    private readonly Journal _journal;

    internal Table(string name, bool kept, Journal journal)
    {
        Name = name;
        Kept = kept;
        _journal = journal;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool Kept { get; }

    /// <summary>How many records there are.</summary>
    public int Count => _records.Count;

    /// <summary>All records in key order. The table may be changed while they are read.</summary>
    public IReadOnlyList<T> All => _keys.Select(key => _records[key]).ToList();

    /// <summary>The record of this key, or null.</summary>
    public T? Find(string key) => _records.GetValueOrDefault(key);

    /// <summary>The record of this key, which must be there.</summary>
    /// <exception cref="KeyNotFoundException">No such record: a fault of the caller.</exception>
    public T Get(string key) => _records.TryGetValue(key, out var record) ? record : throw new KeyNotFoundException($"{Name} has no {key}");

    /// <summary>The records whose key starts so, in key order.</summary>
    public IReadOnlyList<T> WithPrefix(string prefix) =>
        _keys.GetViewBetween(prefix, prefix + '\uffff').Select(key => _records[key]).ToList();

    /// <summary>Up to <paramref name="limit"/> records in key order whose key starts so and comes after <paramref name="after"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, T>> Page(string prefix, string? after, int limit) =>
        _keys.GetViewBetween(after is null ? prefix : after + '\0', prefix + '\uffff')
            .Take(limit)
            .Select(key => KeyValuePair.Create(key, _records[key]))
            .ToList();

    /// <summary>Adds or replaces.</summary>
    public void Put(string key, T record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _journal.Note(this, key, Find(key), record);
        Set(key, record);
    }

    /// <summary>Removes; false where there was none.</summary>
    public bool Remove(string key)
    {
        if (Find(key) is not { } record)
        {
            return false;
        }

        _journal.Note(this, key, record, null);
        Set(key, null);
        return true;
    }

    void ITable.Set(string key, object? record) => Set(key, (T?)record);

    Type ITable.RecordType => typeof(T);

    private void Set(string key, T? record)
    {
        if (record is null)
        {
            _records.Remove(key);
            _keys.Remove(key);
        }
        else if (!_records.TryAdd(key, record))
        {
            _records[key] = record;
        }
        else
        {
            _keys.Add(key);
        }
    }
}
