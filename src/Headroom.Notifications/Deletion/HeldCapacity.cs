using System.Collections.Immutable;
using System.Text.Json;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Deletion;

/// <summary>What the holds' table says is held.</summary>
/// <param name="Holds">The holds in progress.</param>
/// <param name="Problem">Why that is not known; null where it is.</param>
internal sealed record HeldCapacity(ImmutableArray<HeldCapacity.Hold> Holds, string? Problem)
{
    private const int MostNamed = 10;

    /// <summary>One record.</summary>
    /// <param name="Target">The scalable target's <c>ResourceId</c>.</param>
    /// <param name="Until">Its end.</param>
    /// <param name="PublishedAt">When the latest of the notifications that rely on it was published; empty in a record without.</param>
    internal sealed record Hold(string Target, string Until, string PublishedAt);

    /// <summary>Nothing is held, for certain.</summary>
    public bool IsNone => Problem is null && Holds.IsEmpty;

    /// <summary>Reads the whole table. One that is gone holds nothing.</summary>
    public static async Task<HeldCapacity> ReadAsync(string table, PatientCalls calls)
    {
        var holds = ImmutableArray.CreateBuilder<Hold>();
        Dictionary<string, AttributeValue>? page = null;
        do
        {
            var json = JsonSerializer.Serialize(new ScanRequest(table, ConsistentRead: true, page), AwsJson.Pascal.ScanRequest);
            switch (await calls.CallAsync("dynamodb", "Scan", json))
            {
                case AwsReply.Failed { Code: "ResourceNotFoundException" }:
                    return new HeldCapacity([], Problem: null);
                case AwsReply.Failed failed:
                    return new HeldCapacity([], $"The holds' table {table} cannot be read ({failed.Code}: {failed.Message}): whether capacity is held is not known.");
                case AwsReply.Answered answered:
                    var found = JsonSerializer.Deserialize(answered.Json, AwsJson.Pascal.ScanResponse);
                    holds.AddRange((found?.Items ?? []).Select(item => new Hold(Text(item, "target"), Text(item, "holdUntil"), Text(item, "publishedAt", ""))));
                    page = found?.LastEvaluatedKey;
                    break;
                case var other:
                    throw new InvalidOperationException($"No such reply: {other}");
            }
        }
        while (page is { Count: > 0 });

        return new HeldCapacity(holds.ToImmutable(), Problem: null);
    }

    /// <summary>The problem, or what is held, in a sentence.</summary>
    public override string ToString()
    {
        var named = string.Join(", ", Holds.Take(MostNamed).Select(hold => $"{hold.Target} until {hold.Until}"));
        return Problem ?? $"Capacity is held for {named}{(Holds.Length > MostNamed ? $" and {Holds.Length - MostNamed} more" : "")}.";
    }

    private static string Text(Dictionary<string, AttributeValue> item, string name, string whenAbsent = "?") =>
        item.TryGetValue(name, out var value) ? value.S ?? whenAbsent : whenAbsent;
}
