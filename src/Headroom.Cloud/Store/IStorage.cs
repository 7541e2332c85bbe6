namespace Headroom.Cloud.Store;

/// <summary>Where committed records outlive the process.</summary>
public interface IStorage
{
    /// <summary>The records kept of one table.</summary>
    IEnumerable<KeyValuePair<string, object>> Load(string table, Type recordType);

    /// <summary>Keeps the changes of one step, all or none. Durable when it returns.</summary>
    void Append(IReadOnlyList<Change> changes);
}

/// <summary>Keeps nothing: the cloud forgets when it stops.</summary>
public sealed class MemoryStorage : IStorage
{
    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, object>> Load(string table, Type recordType) => [];

    /// <inheritdoc/>
    public void Append(IReadOnlyList<Change> changes)
    {
    }
}
