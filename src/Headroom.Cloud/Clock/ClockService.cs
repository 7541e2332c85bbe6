using Headroom.Cloud.Services;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Clock;

/// <summary>What time it is in the cloud, which may be far from the wall's: <c>POST /_headroom/GetClock</c>.</summary>
internal static class ClockService
{
    /// <summary>The room.</summary>
    internal static ServiceRoom Room { get; } = new("headroom-clock",
    [
        Operation.Of<GetClockRequest, ClockReading>("GetClock", (step, _) => new ClockReading(Instants.Canonical(step.Now))),
    ]);
}

/// <summary>Asks for the time.</summary>
internal sealed record GetClockRequest;

/// <summary>The time.</summary>
/// <param name="Now">UTC, ISO 8601.</param>
internal sealed record ClockReading(string Now);
