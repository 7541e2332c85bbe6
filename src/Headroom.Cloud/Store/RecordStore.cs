namespace Headroom.Cloud.Store;

/// <summary>The one store: every table of every room. Belongs to the kernel's thread.</summary>
public sealed class RecordStore
{
    private readonly Dictionary<string, ITable> _tables = new(StringComparer.Ordinal);
    private readonly IStorage _storage;

    /// <summary>A store that keeps its records in <paramref name="storage"/> too.</summary>
    public RecordStore(IStorage storage) => _storage = storage;

    /// <summary>What the running step has changed so far.</summary>
    public Journal Journal { get; } = new();

    /// <summary>The table of this name; the first call loads what the storage kept of it.</summary>
    public Table<T> Table<T>(TableName<T> name)
        where T : class
    {
        if (_tables.TryGetValue(name.Name, out var known))
        {
            return (Table<T>)known;
        }

        var table = new Table<T>(name.Name, name.Kept, Journal);
        foreach (var (key, record) in name.Kept ? _storage.Load(name.Name, typeof(T)) : [])
        {
            ((ITable)table).Set(key, record);
        }

        _tables.Add(name.Name, table);
        return table;
    }

    /// <summary>Makes the step durable. Nothing of it may be seen from outside before this returns.</summary>
    public void Commit()
    {
        var kept = Journal.Take();
        if (kept.Count > 0)
        {
            _storage.Append(kept);
        }
    }
}
