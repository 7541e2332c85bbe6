using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Notifications.Delivery;

namespace Headroom.Bench.Staging;

/// <summary>A function's calls to AWS, as its role: some milliseconds there, some back.</summary>
/// <param name="cloud">The cloud.</param>
/// <param name="role">The role.</param>
/// <param name="isThere">Whether the function's environment still is.</param>
internal sealed class FunctionCalls(VirtualCloud cloud, Principal role, Func<bool> isThere) : IAwsCalls
{
    private const int NoResponse = 0;
    private const int ClientError = 400;

    public Task<AwsReply> CallAsync(string service, string operation, string json, CancellationToken cancellation)
    {
        var reply = new TaskCompletionSource<AwsReply>();
        cancellation.Register(() => Complete(reply, new AwsReply.Failed(NoResponse, "RequestTimeout", "no answer")));
        cloud.Agenda.At(cloud.Now + Latency(), () => Make(service == "states" ? "stepfunctions" : service, operation, json, reply));
        return reply.Task;
    }

    private TimeSpan Latency() => TimeSpan.FromMilliseconds(5 + cloud.Chance.NextInt(20));

    private void Make(string service, string operation, string json, TaskCompletionSource<AwsReply> reply)
    {
        if (isThere())
        {
            cloud.CallAs(role, service, operation, JsonNode.Parse(json)!.AsObject(), outcome => cloud.Agenda.At(cloud.Now + Latency(), () => Complete(reply, Read(outcome))));
        }
    }

    private void Complete(TaskCompletionSource<AwsReply> reply, AwsReply answer)
    {
        if (isThere())
        {
            reply.TrySetResult(answer);
        }
    }

    private static AwsReply Read(Outcome<JsonObject> outcome) => outcome switch
    {
        Outcome<JsonObject>.Answered answered => new AwsReply.Answered(answered.Response.ToJsonString()),
        Outcome<JsonObject>.Refused { Refusal: var refusal } => new AwsReply.Failed(ClientError, refusal.Code, refusal.Message),
        _ => throw new InvalidOperationException($"{outcome} is no answer"),
    };
}
