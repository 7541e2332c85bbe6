using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions;
using Headroom.Notifications.Delivery;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Running;

/// <summary>The calls of a function's code to AWS, within the simulation.</summary>
/// <param name="run">The run.</param>
/// <param name="environment">Whose calls.</param>
/// <param name="fault">What goes wrong in the process at a call, if anything; they are numbered from 0.</param>
/// <param name="exit">Ends the process.</param>
internal sealed class NotifierCalls(Run run, NotifierEnvironment environment, Func<int, Fault.OfFunction?> fault, Action exit) : IAwsCalls
{
    private const int NoResponse = 0;
    private const int ClientError = 400;
    private const int ServerError = 500;
    private int _made;

    public Task<AwsReply> CallAsync(string service, string operation, string json, CancellationToken cancellation)
    {
        var reply = new TaskCompletionSource<AwsReply>();
        if (environment.IsGone)
        {
            return reply.Task;
        }

        switch (fault(_made++))
        {
            case { Hangs: false }:
                exit();
                return reply.Task;
            case { Hangs: true }:
                environment.IsGone = true;
                return reply.Task;
            default:
                break;
        }

        cancellation.Register(() => Complete(reply, new AwsReply.Failed(NoResponse, "RequestTimeout", "no answer")));
        run.Agenda.At(run.Now + Latency(), () => Make(service == "states" ? StepFunctionsService.Name : service, operation, json, reply));
        return reply.Task;
    }

    private TimeSpan Latency() => TimeSpan.FromMilliseconds(4 + run.Chance.NextInt(16));

    private void Make(string service, string operation, string json, TaskCompletionSource<AwsReply> reply)
    {
        if (environment.IsGone)
        {
            return;
        }

        var call = new ServiceCall(environment.Role, service, operation, JsonNode.Parse(json)!.AsObject());
        run.Call(new Actor.Cloud(), call, outcome => run.Agenda.At(run.Now + Latency(), () => Complete(reply, Read(outcome))));
    }

    private void Complete(TaskCompletionSource<AwsReply> reply, AwsReply answer)
    {
        if (!environment.IsGone)
        {
            reply.TrySetResult(answer);
        }
    }

    private static AwsReply Read(Outcome<JsonObject> outcome) => outcome switch
    {
        Outcome<JsonObject>.Answered answered => new AwsReply.Answered(answered.Response.ToJsonString()),
        Outcome<JsonObject>.Refused { Refusal: var refusal } => new AwsReply.Failed(IsServers(refusal.Code) ? ServerError : ClientError, refusal.Code, refusal.Message),
        _ => throw new InvalidOperationException($"{outcome} is no answer"),
    };

    private static bool IsServers(string code) => code.Contains("Internal", StringComparison.Ordinal) || code.Contains("Server", StringComparison.Ordinal) || code.Contains("Unavailable", StringComparison.Ordinal);
}
