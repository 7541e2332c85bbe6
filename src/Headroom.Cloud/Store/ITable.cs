namespace Headroom.Cloud.Store;

/// <summary>A table as the journal and the storage see it: without its record's type.</summary>
public interface ITable
{
    /// <summary>Its name, e.g. <c>ecs/services</c>.</summary>
    string Name { get; }

    /// <summary>The type of its records.</summary>
    Type RecordType { get; }

    /// <summary>Whether the storage keeps its records.</summary>
    bool Kept { get; }

    /// <summary>Puts a record (null removes) without noting it in the journal.</summary>
    void Set(string key, object? record);
}
