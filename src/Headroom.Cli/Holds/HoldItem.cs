using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;

namespace Headroom.Cli.Holds;

/// <summary>A running hold as the holds table keeps it.</summary>
/// <param name="Target">Resource id of the scalable target.</param>
/// <param name="Phase"><c>starting</c>, <c>holding</c> or <c>releasing</c>.</param>
/// <param name="HoldUntil">UTC, ISO 8601.</param>
/// <param name="Floor">Tasks that are held at least; null before that is known.</param>
/// <param name="Owner">ARN of the execution that acts on the target.</param>
/// <param name="Reason">What the notification said; may be empty.</param>
/// <param name="Degraded">Whether pausing scale-in or scaling up was refused for good; the event <c>Hold Degraded</c> says why.</param>
internal sealed record HoldItem(string Target, string Phase, string HoldUntil, int? Floor, string Owner, string Reason, bool Degraded)
{
    /// <summary>For people.</summary>
    /// <param name="now">What time it is where it is held.</param>
    internal string Line(DateTimeOffset now)
    {
        var floor = Floor is null ? "" : Degraded ? $", degraded: pausing scale-in or scaling up to {Floor} tasks was refused, and is tried again every few minutes; see its event Hold Degraded" : $", at least {Floor} tasks";
        var reason = Reason.Length == 0 ? "" : $" ({Reason})";
        return $"{Target}  {Phase} until {HoldUntil}{Left(now)}{floor}{reason}";
    }

    private string Left(DateTimeOffset now) =>
        DateTimeOffset.TryParse(HoldUntil, CultureInfo.InvariantCulture, out var until) && until > now ? $" (another {SpanText.Of(until - now)})" : "";

    internal static async Task<IReadOnlyList<HoldItem>> AllAsync(IAws aws, IReadOnlyList<HoldStack> stacks, CancellationToken cancellation)
    {
        var items = new List<HoldItem>();
        foreach (var stack in stacks)
        {
            items.AddRange(await AllAsync(aws, stack.HoldsTable, cancellation));
        }

        return items;
    }

    internal static async Task<IReadOnlyList<HoldItem>> AllAsync(IAws aws, string table, CancellationToken cancellation)
    {
        var items = new List<HoldItem>();
        var request = new JsonObject { ["TableName"] = table, ["ConsistentRead"] = true };
        await foreach (var page in aws.PagesAsync("dynamodb", "Scan", request, "LastEvaluatedKey", "ExclusiveStartKey", cancellation))
        {
            items.AddRange((page["Items"]?.AsArray() ?? []).Select(item => Read(item!.AsObject())));
        }

        return items;
    }

    private static HoldItem Read(JsonObject item) => new(
        Text(item, "target") ?? "?",
        Text(item, "phase") ?? "?",
        Text(item, "holdUntil") ?? "?",
        int.TryParse(Text(item, "floor"), CultureInfo.InvariantCulture, out var floor) ? floor : null,
        Text(item, "owner") ?? "?",
        Text(item, "reason") ?? "",
        Text(item, "degraded") == "yes");

    private static string? Text(JsonObject item, string name) => (string?)item[name]?["S"] ?? (string?)item[name]?["N"];
}
