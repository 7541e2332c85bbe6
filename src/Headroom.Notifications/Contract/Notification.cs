using System.Collections.Immutable;

namespace Headroom.Notifications.Contract;

/// <summary>An accepted message: what its publisher asks for, defaults filled in.</summary>
/// <param name="Services">The services that it means; at least one, each once.</param>
/// <param name="HoldFor">How long to hold, from <see cref="ContractTerms.ShortestHold"/> to the installation's longest.</param>
/// <param name="Capacity">How many tasks to hold.</param>
/// <param name="StartAt">When to begin, if the message says so; else at once.</param>
/// <param name="Action">Hold, or end a hold early.</param>
/// <param name="Reason">For people; at most 256 characters, empty when not given.</param>
public sealed record Notification(
    ImmutableArray<CoveredService> Services,
    TimeSpan HoldFor,
    Capacity Capacity,
    DateTimeOffset? StartAt,
    HoldAction Action,
    string Reason);
