using Headroom.Cloud.Store;

namespace Headroom.Cloud.Kernel;

/// <summary>What a cloud remembers of itself from one start to the next, so that it goes on as if it had never stopped.</summary>
/// <param name="At">Cloud time of its last step: time does not go back.</param>
/// <param name="Ids">Where the source of ids and chance stood.</param>
/// <param name="Region">The Region that its ARNs name; null where a cloud left it that did not write it down yet.</param>
internal sealed record KernelMemory(DateTimeOffset At, ulong Ids, string? Region)
{
    private const string Key = "kernel";
    private static readonly TableName<KernelMemory> Name = new("kernel/memory");

    /// <summary>What the last step left behind, or null for a new cloud.</summary>
    public static KernelMemory? Of(RecordStore store) => store.Table(Name).Find(Key);

    public static void Put(RecordStore store, KernelMemory memory) => store.Table(Name).Put(Key, memory);
}
