using System.Text.Json;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Deletion;

/// <summary>
/// Keeps a stack from being deleted while it holds capacity: with the record and the state machine would go what resumes scale-in. A custom resource
/// that CloudFormation deletes before all that a hold needs asks here
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html">custom resource request and response reference</see>).
/// </summary>
/// <param name="holdsTable">The table of the holds' records.</param>
/// <param name="aws">How AWS is reached.</param>
/// <param name="put">Puts an answer to the URL that CloudFormation gave.</param>
/// <param name="time">The clock.</param>
/// <param name="jitter">The next number from 0 up to 1, for back-off.</param>
public sealed class DeletionGuard(string holdsTable, IAwsCalls aws, Func<Uri, byte[], Task> put, TimeProvider time, Func<double> jitter)
{
    private const int MostNamed = 10;

    // Kept from the deadline: CloudFormation would wait for its whole timeout for an answer that is not given.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(3);

    /// <summary>The name of the holds' table, as the environment has it.</summary>
    /// <param name="variable">An environment variable's value by its name.</param>
    /// <exception cref="InvalidSettingException">It has none.</exception>
    public static string TableIn(Func<string, string?> variable) =>
        variable("HEADROOM_HOLDS_TABLE") is { Length: > 0 } name ? name : throw new InvalidSettingException("HEADROOM_HOLDS_TABLE", "", "set");

    /// <summary>Handles one invocation: creation and update are agreed to, a deletion only while nothing is held.</summary>
    /// <param name="utf8Event">CloudFormation's request.</param>
    /// <param name="deadline">When Lambda will end the invocation.</param>
    /// <returns>What CloudFormation was answered, as JSON.</returns>
    /// <exception cref="JsonException">The payload is no request of CloudFormation.</exception>
    public async Task<byte[]> HandleAsync(ReadOnlyMemory<byte> utf8Event, DateTimeOffset deadline)
    {
        var request = JsonSerializer.Deserialize(utf8Event.Span, AwsJson.Pascal.CustomResourceRequest) ?? throw new JsonException("The event is null.");
        var objection = request.RequestType == "Delete" ? await ObjectionAsync(new PatientCalls(aws, time, jitter, deadline - Reserve)) : null;
        var response = new CustomResourceResponse(
            objection is null ? "SUCCESS" : "FAILED",
            objection,
            request.PhysicalResourceId ?? $"{request.LogicalResourceId}-of-{holdsTable}",
            request.StackId,
            request.RequestId,
            request.LogicalResourceId);
        var answer = JsonSerializer.SerializeToUtf8Bytes(response, AwsJson.Pascal.CustomResourceResponse);
        await put(new Uri(request.ResponseURL), answer);
        return answer;
    }

    private async Task<string?> ObjectionAsync(PatientCalls calls)
    {
        var held = new List<string>();
        Dictionary<string, AttributeValue>? page = null;
        do
        {
            var json = JsonSerializer.Serialize(new ScanRequest(holdsTable, ConsistentRead: true, page), AwsJson.Pascal.ScanRequest);
            switch (await calls.CallAsync("dynamodb", "Scan", json))
            {
                // What is gone already holds nothing.
                case AwsReply.Failed { Code: "ResourceNotFoundException" }:
                    return null;
                case AwsReply.Failed failed:
                    return $"The holds' table {holdsTable} cannot be read ({failed.Code}: {failed.Message}): whether capacity is held is not known. Delete the stack again.";
                case AwsReply.Answered answered:
                    var found = JsonSerializer.Deserialize(answered.Json, AwsJson.Pascal.ScanResponse);
                    held.AddRange((found?.Items ?? []).Select(item => $"{Text(item, "target")} until {Text(item, "holdUntil")}"));
                    page = found?.LastEvaluatedKey;
                    break;
                case var other:
                    throw new InvalidOperationException($"No such reply: {other}");
            }
        }
        while (page is { Count: > 0 });

        return held.Count == 0 ? null : Objection(held);
    }

    private static string Objection(List<string> held)
    {
        var more = held.Count > MostNamed ? $" and {held.Count - MostNamed} more" : "";
        return $"Capacity is held for {string.Join(", ", held.Take(MostNamed))}{more}. Without this stack nobody would resume its scale-in. " +
            "Wait for the end, or publish {\"action\":\"release\"}, and delete the stack again.";
    }

    private static string Text(Dictionary<string, AttributeValue> item, string name) => item.TryGetValue(name, out var value) ? value.S ?? "?" : "?";
}
