using System.Text;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Schedules.Missed;

namespace Headroom.Bench.Staging;

/// <summary>The function that says which scheduled actions a hold has missed.</summary>
internal sealed class CalendarFunction(EnvironmentOrder order) : IFunctionCode
{
    /// <summary>Its handler in the Notifier's binary.</summary>
    internal const string Handler = "calendar";

    // A native binary on provided.al2023.
    public TimeSpan InitDuration => TimeSpan.FromMilliseconds(100);

    public int MemoryMegabytes { get; } = VirtualFunctions.Memory(order);

    public Task<string> HandleAsync(string payload, DateTimeOffset deadline) =>
        Task.FromResult(Encoding.UTF8.GetString(MissedActions.Answer(Encoding.UTF8.GetBytes(payload))));

    public void Dispose()
    {
        // It holds nothing outside the cloud.
    }
}
