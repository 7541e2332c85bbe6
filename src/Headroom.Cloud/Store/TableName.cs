namespace Headroom.Cloud.Store;

/// <summary>The name of a table and the record it keeps. A service room declares its own as static fields, e.g. <c>new("ecs/services")</c>.</summary>
/// <typeparam name="T">An immutable record that System.Text.Json can write and read back.</typeparam>
public sealed record TableName<T>(string Name)
    where T : class
{
    /// <summary>Whether the records outlive the process. What can be computed again from other tables need not.</summary>
    public bool Kept { get; init; } = true;
}
