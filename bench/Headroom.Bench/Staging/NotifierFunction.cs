using System.Text;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Delivery;
using Headroom.Simulation.Running;

namespace Headroom.Bench.Staging;

/// <summary>The Notifier's code.</summary>
internal sealed class NotifierFunction(VirtualCloud cloud, EnvironmentOrder order, FunctionCalls calls) : IFunctionCode
{
    private readonly NotificationHandler _handler = new(
        NotifierSettings.Read(order.Variables.GetValueOrDefault), calls, new AgendaTime(cloud.Agenda, () => cloud.Now, TimeSpan.Zero), cloud.Chance.NextDouble, _ => { });

    // A native binary on provided.al2023.
    public TimeSpan InitDuration => TimeSpan.FromMilliseconds(100);

    public int MemoryMegabytes { get; } = VirtualFunctions.Memory(order);

    public async Task<string> HandleAsync(string payload, DateTimeOffset deadline) =>
        Encoding.UTF8.GetString(await _handler.HandleAsync(Encoding.UTF8.GetBytes(payload), deadline));

    public void Dispose()
    {
        // It holds nothing outside the cloud.
    }
}
