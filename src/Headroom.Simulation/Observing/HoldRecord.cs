using System.Collections.Immutable;
using System.Globalization;
using Headroom.Cloud.Services.DynamoDb;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Simulation.Observing;

/// <summary>The record of a hold, as it is in the table.</summary>
internal sealed record HoldRecord(
    string Target, string Owner, string Phase, DateTimeOffset HoldUntil, DateTimeOffset PublishedAt, int Wanted, int? Floor, ImmutableArray<int> Floors)
{
    internal const string Starting = "starting";
    internal const string Holding = "holding";
    internal const string Releasing = "releasing";

    internal static HoldRecord? Of(object? item) => item is StoredItem { Attributes: var attributes } ? Read(attributes) : null;

    public override string ToString() => $"{Phase} until {HoldUntil:HH:mm:ss.fff}, wanted {Wanted}, floor {Floor?.ToString(CultureInfo.InvariantCulture) ?? "none"}, owner {Actor.Execution.Short(Owner)}";

    private static HoldRecord Read(IReadOnlyDictionary<string, AttributeValue> item) => new(
        item["target"].S!,
        item["owner"].S!,
        item["phase"].S!,
        Instant(item["holdUntil"]),
        Instant(item["publishedAt"]),
        Number(item["wanted"].N!),
        item.TryGetValue("floor", out var floor) ? Number(floor.N!) : null,
        [.. item["floors"].S!.Split(' ').Where(part => part != "none").Select(Number)]);

    private static DateTimeOffset Instant(AttributeValue value) => DateTimeOffset.Parse(value.S!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
