using System.Collections.Immutable;

namespace Headroom.Notifications.Contract;

/// <summary>What one installation grants: against these terms a notification is read.</summary>
/// <param name="Services">The services covered; a message without <c>services</c> means all of them.</param>
/// <param name="DefaultHold">How long a hold lasts when the message does not say.</param>
/// <param name="MaxHold">The longest hold that a message may ask for.</param>
public sealed record ContractTerms(ImmutableArray<CoveredService> Services, TimeSpan DefaultHold, TimeSpan MaxHold)
{
    /// <summary>The shortest hold that a message may ask for.</summary>
    public static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long after its publication a hold must be over: an execution of a standard state machine lives for one year at most, and the
    /// release needs some of it. <see href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html"/>
    /// </summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(360);
}
