using System.Text;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Notifications.Deletion;
using Headroom.Simulation.Running;

namespace Headroom.Bench.Staging;

/// <summary>The function that objects to the deletion of a stack that holds capacity.</summary>
internal sealed class DeletionFunction(VirtualCloud cloud, EnvironmentOrder order, FunctionCalls calls) : IFunctionCode
{
    /// <summary>Its handler in the Notifier's binary.</summary>
    internal const string Handler = "deletion";

    private readonly DeletionGuard _guard = new(
        DeletionSettings.Read(order.Variables.GetValueOrDefault), calls, cloud.PutAsync, new AgendaTime(cloud.Agenda, () => cloud.Now, TimeSpan.Zero), cloud.Chance.NextDouble);

    // A native binary on provided.al2023.
    public TimeSpan InitDuration => TimeSpan.FromMilliseconds(100);

    public int MemoryMegabytes { get; } = VirtualFunctions.Memory(order);

    public async Task<string> HandleAsync(string payload, DateTimeOffset deadline) =>
        Encoding.UTF8.GetString(await _guard.HandleAsync(Encoding.UTF8.GetBytes(payload), deadline));

    public void Dispose()
    {
        // It holds nothing outside the cloud.
    }
}
