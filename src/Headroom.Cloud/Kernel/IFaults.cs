using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;

namespace Headroom.Cloud.Kernel;

/// <summary>A call of an operation, whoever makes it.</summary>
/// <param name="Principal">Who calls.</param>
/// <param name="Service">The room.</param>
/// <param name="Operation">The API's name.</param>
/// <param name="Request">In the shape's JSON form.</param>
public sealed record ServiceCall(Principal Principal, string Service, string Operation, JsonObject Request);

/// <summary>What goes wrong between those who call and those who are called. A cloud without it loses nothing, is never late, and has one time.</summary>
public interface IFaults
{
    /// <summary>
    /// Carries a call to its operation (<see cref="Step.Make"/>) and the answer back; or loses either, makes it twice, or answers later
    /// (<see cref="Step.Defer"/>).
    /// </summary>
    Outcome<Answer> Carry(Step step, ServiceCall call);

    /// <summary>How far a service's clock is ahead of cloud time; negative where it is behind. It does not change.</summary>
    TimeSpan ClockAhead(string service);
}
