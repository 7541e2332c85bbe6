using System.Text.Json;
using Headroom.Cloud.Store;

namespace Headroom.Cloud.Tests.Store;

/// <summary>Writes records down as the disk would have them, and remembers every step, so that a cloud can be started as of any.</summary>
internal sealed class RecordedStorage : IStorage
{
    private readonly Dictionary<(string Table, string Key), byte[]> _records;
    private readonly List<IReadOnlyList<(string Table, string Key, byte[]? Record)>> _steps = [];

    public RecordedStorage()
        : this([])
    {
    }

    private RecordedStorage(Dictionary<(string Table, string Key), byte[]> records) => _records = records;

    /// <summary>How many steps were made durable.</summary>
    public int Steps => _steps.Count;

    /// <summary>Whether the last step wrote to this table.</summary>
    public bool Wrote(string table) => _steps[^1].Any(change => change.Table == table);

    /// <summary>What the disk had when the cloud was killed after this many steps.</summary>
    public RecordedStorage KilledAfter(int steps)
    {
        var records = new Dictionary<(string Table, string Key), byte[]>();
        foreach (var (table, key, record) in _steps.Take(steps).SelectMany(step => step))
        {
            Put(records, table, key, record);
        }

        return new(records);
    }

    public IEnumerable<KeyValuePair<string, object>> Load(string table, Type recordType) =>
        _records.Where(record => record.Key.Table == table)
            .Select(record => KeyValuePair.Create(record.Key.Key, JsonSerializer.Deserialize(record.Value, recordType, StoredJson.Options)!))
            .ToList();

    public void Append(IReadOnlyList<Change> changes)
    {
        var step = changes.Select(change => (
            change.Table.Name,
            change.Key,
            change.After is null ? null : JsonSerializer.SerializeToUtf8Bytes(change.After, change.Table.RecordType, StoredJson.Options))).ToList();
        step.ForEach(change => Put(_records, change.Name, change.Key, change.Item3));
        _steps.Add(step);
    }

    private static void Put(Dictionary<(string Table, string Key), byte[]> records, string table, string key, byte[]? record)
    {
        if (record is null)
        {
            records.Remove((table, key));
        }
        else
        {
            records[(table, key)] = record;
        }
    }
}
