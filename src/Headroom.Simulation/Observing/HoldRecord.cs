using System.Globalization;
using Headroom.Cloud.Services.DynamoDb;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Simulation.Observing;

/// <summary>The record of a hold, as it is in the table.</summary>
/// <param name="Target">The scalable target's resource id.</param>
/// <param name="Owner">The ARN of the execution that may act on the service.</param>
/// <param name="Phase"><c>starting</c>, <c>holding</c> or <c>releasing</c>.</param>
/// <param name="HoldUntil">The latest end that was accepted.</param>
/// <param name="PublishedAt">The latest publication that relies on it.</param>
/// <param name="Wanted">Tasks.</param>
/// <param name="Floor">Tasks; null before it is reckoned.</param>
/// <param name="Floors">How often an owner has reckoned one.</param>
/// <param name="IsDegraded">Whether something was refused for good.</param>
/// <param name="Registration">The ARN of the scalable target that it was reckoned of; null before.</param>
internal sealed record HoldRecord(
    string Target, string Owner, string Phase, DateTimeOffset HoldUntil, DateTimeOffset PublishedAt, int Wanted, int? Floor, int Floors, bool IsDegraded, string? Registration)
{
    internal const string Starting = "starting";
    internal const string Holding = "holding";
    internal const string Releasing = "releasing";

    internal static HoldRecord? Of(object? item) => item is StoredItem { Attributes: var attributes } ? Read(attributes) : null;

    public override string ToString() => $"{Phase}{(IsDegraded ? ", degraded," : "")} until {HoldUntil:HH:mm:ss.fff}, wanted {Wanted}, floor {Floor?.ToString(CultureInfo.InvariantCulture) ?? "none"}, owner {Actor.Execution.Short(Owner)}";

    private static HoldRecord Read(IReadOnlyDictionary<string, AttributeValue> item) => new(
        item["target"].S!,
        item["owner"].S!,
        item["phase"].S!,
        Instant(item["holdUntil"]),
        Instant(item["publishedAt"]),
        Number(item["wanted"].N!),
        item.TryGetValue("floor", out var floor) ? Number(floor.N!) : null,
        item["floors"].S!.Count(character => character == ' '),
        item["degraded"].S == "yes",
        item.TryGetValue("registration", out var registration) ? registration.S : null);

    private static DateTimeOffset Instant(AttributeValue value) => DateTimeOffset.Parse(value.S!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
