using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Tests.Delivery;

/// <summary>
/// AWS as one test wants it: starts every execution, takes every message, knows the targets it is given, unless the test answers otherwise.
/// </summary>
internal sealed class FakeAws : IAwsCalls
{
    private readonly Lock gate = new();
    private int underWay;

    public ImmutableArray<AwsCall> Calls { get; private set; } = [];

    public int MostAtOnce { get; private set; }

    /// <summary>The test's own answer to a call; null leaves it to the default.</summary>
    public Func<AwsCall, AwsReply?> Answer { get; set; } = _ => null;

    /// <summary>What each call waits for before it is answered.</summary>
    public Func<CancellationToken, Task> Latency { get; set; } = _ => Task.CompletedTask;

    public ImmutableDictionary<string, int> MaxCapacities { get; set; } = ImmutableDictionary<string, int>.Empty;

    public IEnumerable<JsonNode> Inputs => Of("StartExecution").Select(call => JsonNode.Parse((string)call.Request["input"]!)!);

    public IEnumerable<AwsCall> Of(string operation) => Calls.Where(call => call.Operation == operation);

    /// <summary>
    /// A latency without end. It is given up at once when cancelled, on the thread that cancels: no clock can run past it.
    /// </summary>
    public static async Task Never(CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource();
        await using var cancelled = cancellation.Register(() => answer.TrySetCanceled(cancellation));
        await answer.Task;
    }

    public async Task<AwsReply> CallAsync(string service, string operation, string json, CancellationToken cancellation)
    {
        var call = new AwsCall(service, operation, JsonNode.Parse(json)!);
        lock (gate)
        {
            Calls = Calls.Add(call);
            MostAtOnce = Math.Max(MostAtOnce, ++underWay);
        }

        try
        {
            await Latency(cancellation);
            return Answer(call) ?? Default(call);
        }
        finally
        {
            lock (gate)
            {
                underWay--;
            }
        }
    }

    private AwsReply.Answered Default(AwsCall call) => (call.Service, call.Operation) switch
    {
        ("states", "StartExecution") => new AwsReply.Answered($$"""{"executionArn":"arn:{{call.Request["name"]}}","startDate":1}"""),
        ("sqs", "SendMessage") => new AwsReply.Answered("""{"MessageId":"m"}"""),
        ("application-autoscaling", "DescribeScalableTargets") => new AwsReply.Answered(Targets(call.Request["ResourceIds"]!.AsArray())),
        _ => throw new InvalidOperationException($"No such call: {call}"),
    };

    private string Targets(JsonArray asked) => new JsonObject
    {
        ["ScalableTargets"] = new JsonArray([.. asked
            .Select(id => (string)id!)
            .Where(MaxCapacities.ContainsKey)
            .Select(id => new JsonObject { ["ResourceId"] = id, ["MinCapacity"] = 1, ["MaxCapacity"] = MaxCapacities[id] })]),
    }.ToJsonString();
}

internal sealed record AwsCall(string Service, string Operation, JsonNode Request);
