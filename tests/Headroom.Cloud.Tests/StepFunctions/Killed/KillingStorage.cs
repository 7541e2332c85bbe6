using System.Diagnostics;
using Headroom.Cloud.Store;

namespace Headroom.Cloud.Tests.StepFunctions.Killed;

/// <summary>
/// Storage on disk that kills its own process, as <c>kill -9</c> does, as soon as so many steps with an event of an execution are durable:
/// before anybody hears of the last of them.
/// </summary>
/// <param name="disk">The storage.</param>
/// <param name="killAfter">After which of them; null for none.</param>
internal sealed class KillingStorage(IStorage disk, int? killAfter) : IStorage
{
    /// <summary>How many steps had an event of an execution.</summary>
    public int Boundaries { get; private set; }

    public IEnumerable<KeyValuePair<string, object>> Load(string table, Type recordType) => disk.Load(table, recordType);

    public void Append(IReadOnlyList<Change> changes)
    {
        disk.Append(changes);
        if (changes.Any(change => change.Table.Name == "stepfunctions/events") && ++Boundaries == killAfter)
        {
            using var me = Process.GetCurrentProcess();
            me.Kill();
        }
    }
}
