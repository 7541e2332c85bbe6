using Headroom.Bench.Staging;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Simulation.Scenarios;

namespace Headroom.Bench.Comparison.Drawn;

/// <summary>Does to a stack's calls what a scenario says.</summary>
internal sealed class DrawnFaults(DrawnScenario scenario, VirtualCloud cloud, DateTimeOffset zero)
{
    private readonly Dictionary<string, int> _made = new(StringComparer.Ordinal);

    /// <summary>What comes of a call; null where it is left alone.</summary>
    internal Harm? Of(ServiceCall call)
    {
        if (call.Principal is not Principal.AssumedRole)
        {
            return null;
        }

        var number = _made.GetValueOrDefault(call.Operation);
        _made[call.Operation] = number + 1;
        return scenario.Faults.OfType<Fault.OfCall>().FirstOrDefault(fault => fault.Operation == call.Operation && fault.Number == number)?.Harm
            ?? scenario.Faults.OfType<Fault.Outage>().FirstOrDefault(outage => outage.Hits(call, cloud.Now - zero))?.Harm;
    }
}
