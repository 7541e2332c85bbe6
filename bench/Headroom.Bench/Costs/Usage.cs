using System.Collections.Immutable;

namespace Headroom.Bench.Costs;

/// <summary>What a run used of what AWS charges for.</summary>
/// <param name="StateTransitions">States entered and retries, and one for each execution's end, as AWS's own pricing examples count.</param>
/// <param name="Requests">Calls by the stack's roles, by service; calls to ECS, Application Auto Scaling and Step Functions are free.</param>
/// <param name="WriteUnits">DynamoDB's, failed conditions included.</param>
/// <param name="ReadUnits">DynamoDB's.</param>
/// <param name="Events">Entries put on an event bus.</param>
/// <param name="Publishes">Messages published.</param>
/// <param name="Invocations">Of the functions.</param>
/// <param name="GigabyteSeconds">The functions' memory while they ran, their start included.</param>
internal sealed record Usage(
    int StateTransitions, ImmutableSortedDictionary<string, int> Requests, double WriteUnits, double ReadUnits, int Events, int Publishes, int Invocations, double GigabyteSeconds)
{
    /// <summary>Calls of the given services.</summary>
    internal int RequestsTo(params string[] services) => services.Sum(service => Requests.GetValueOrDefault(service));

    /// <summary>In US dollars.</summary>
    internal decimal Cost =>
        (StateTransitions * Prices.StateTransition)
        + ((decimal)WriteUnits * Prices.TableWrite)
        + ((decimal)ReadUnits * Prices.TableRead)
        + (Events * Prices.CustomEvent)
        + (Publishes * Prices.Publish)
        + (Invocations * Prices.Invocation)
        + ((decimal)GigabyteSeconds * Prices.GigabyteSecond);
}
