using System.Runtime.InteropServices;

namespace Headroom.Cloud.Store;

/// <summary>Immutable records by key, in ordinal key order. Changed only inside a step, which commits or undoes all of it.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public sealed class Table<T> : ITable
    where T : class
{
    private readonly Dictionary<string, T> _records = new(StringComparer.Ordinal);
    private readonly Journal _journal;
    private SortedSet<string>? _sorted;

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

    /// <summary>All records, in no order. The table must not be changed while they are read.</summary>
    internal IReadOnlyCollection<T> Unordered => _records.Values;

    // Most tables are only ever looked into by key: keys are sorted when somebody first wants an order, and kept so from then on.
    private SortedSet<string> Keys => _sorted ??= new(_records.Keys, StringComparer.Ordinal);

    /// <summary>All records in key order. The table may be changed while they are read.</summary>
    public IReadOnlyList<T> All => Keys.Select(key => _records[key]).ToList();

    /// <summary>The record of this key, or null.</summary>
    public T? Find(string key) => _records.GetValueOrDefault(key);

    /// <summary>The record of this key, which must be there.</summary>
    /// <exception cref="KeyNotFoundException">No such record: a fault of the caller.</exception>
    public T Get(string key) => _records.TryGetValue(key, out var record) ? record : throw new KeyNotFoundException($"{Name} has no {key}");

    /// <summary>The records whose key starts so, in key order.</summary>
    public IReadOnlyList<T> WithPrefix(string prefix) =>
        Keys.GetViewBetween(prefix, prefix + '\uffff').Select(key => _records[key]).ToList();

    /// <summary>Up to <paramref name="limit"/> records in key order whose key starts so and comes after <paramref name="after"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, T>> Page(string prefix, string? after, int limit)
    {
        var first = after is null || string.CompareOrdinal(after, prefix) < 0 ? prefix : after + '\0';
        var last = prefix + '\uffff';
        return string.CompareOrdinal(first, last) > 0
            ? []
            : Keys.GetViewBetween(first, last).Take(limit).Select(key => KeyValuePair.Create(key, _records[key])).ToList();
    }

    /// <summary>Adds or replaces.</summary>
    public void Put(string key, T record)
    {
        ArgumentNullException.ThrowIfNull(record);
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_records, key, out var isKnown);
        _journal.Note(this, key, place, record);
        place = record;
        if (!isKnown)
        {
            _sorted?.Add(key);
        }
    }

    /// <summary>Removes; false where there was none.</summary>
    public bool Remove(string key)
    {
        if (!_records.Remove(key, out var record))
        {
            return false;
        }

        _journal.Note(this, key, record, null);
        _sorted?.Remove(key);
        return true;
    }

    void ITable.Set(string key, object? record) => Set(key, (T?)record);

    Type ITable.RecordType => typeof(T);

    private void Set(string key, T? record)
    {
        if (record is null)
        {
            _records.Remove(key);
            _sorted?.Remove(key);
        }
        else
        {
            _records[key] = record;
            _sorted?.Add(key);
        }
    }
}
