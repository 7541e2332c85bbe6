using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Clock;

/// <summary>
/// What time it is in the cloud, which may be far from the wall's: <c>POST /_headroom/GetClock</c>; and <c>FastForward</c>, which is answered when
/// that time has come: everything on the way happens, in order, and nobody waits for it.
/// </summary>
internal static class ClockService
{
    private const string Name = "headroom-clock";
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(31);

    /// <summary>The room.</summary>
    internal static ServiceRoom Room { get; } = new(Name,
    [
        Operation.Of<GetClockRequest, ClockReading>("GetClock", (step, _) => Read(step)),
        Operation.Of<FastForwardRequest, ClockReading>("FastForward", FastForward),
    ])
    {
        Woken = (step, ticket) => step.Answer(ticket, new Answer(Read(step))),
    };

    private static Outcome<ClockReading> FastForward(Step step, FastForwardRequest request)
    {
        if (request.To <= step.Now)
        {
            return Read(step);
        }

        if (request.To > step.Now + Farthest)
        {
            return new Refusal("ValidationException", $"{Instants.Canonical(request.To)} is more than {Farthest.Days} days from now, {Instants.Canonical(step.Now)}.");
        }

        var answer = step.Defer();
        step.WakeAt(Name, answer.Ticket, request.To);
        step.FastForward(request.To);
        return answer;
    }

    private static ClockReading Read(Step step) => new(Instants.Canonical(step.Now));
}

/// <summary>Asks for the time.</summary>
internal sealed record GetClockRequest;

/// <summary>Asks for a time to come soon.</summary>
internal sealed record FastForwardRequest
{
    /// <summary>When; at most 31 days from now. One that has passed changes nothing.</summary>
    public required DateTimeOffset To { get; init; }
}

/// <summary>The time.</summary>
/// <param name="Now">UTC, ISO 8601.</param>
internal sealed record ClockReading(string Now);
