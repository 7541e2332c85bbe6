using Headroom.Cloud.Kernel;
using Headroom.Cloud.Store;

namespace Headroom.Simulation.Staging;

/// <summary>Remembers what a cloud committed while the stage was set up, so that every run begins with exactly that.</summary>
internal sealed class StageStorage : IStorage
{
    private readonly Dictionary<string, SortedDictionary<string, object>> _tables = new(StringComparer.Ordinal);

    // Each run has its own chance: that of the stage is not kept.
    public IEnumerable<KeyValuePair<string, object>> Load(string table, Type recordType) =>
        recordType != typeof(KernelMemory) && _tables.TryGetValue(table, out var records) ? records : [];

    public void Append(IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            var records = Table(change.Table.Name);
            if (change.After is { } record)
            {
                records[change.Key] = record;
            }
            else
            {
                records.Remove(change.Key);
            }
        }
    }

    private SortedDictionary<string, object> Table(string name)
    {
        if (!_tables.TryGetValue(name, out var records))
        {
            _tables.Add(name, records = new(StringComparer.Ordinal));
        }

        return records;
    }
}
