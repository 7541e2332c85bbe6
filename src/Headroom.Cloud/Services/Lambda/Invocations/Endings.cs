using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda.Invocations;

/// <summary>How invocations end, and who is told.</summary>
internal static class Endings
{
    /// <summary>Ends an invocation: its log, whoever waits for it, and the queue where it came from there.</summary>
    internal static void End(Step step, ExecutionEnvironment environment, Invocation invocation, FunctionResult result, string? status)
    {
        FunctionLog.End(step, environment, invocation, status);
        var ended = step.Table(LambdaState.Invocations).Get(invocation.RequestId);
        step.Table(LambdaState.Invocations).Remove(invocation.RequestId);
        LambdaEvents.Invoked(step, environment, invocation, result);
        if (ended.Ticket is { } ticket)
        {
            step.Answer(ticket, new Answer(new InvokeResponse
            {
                StatusCode = 200,
                FunctionError = result.FunctionError,
                Payload = Encoding.UTF8.GetBytes(result.Payload),
                ExecutedVersion = result.ExecutedVersion,
                LogResult = ended.WithLogTail ? Convert.ToBase64String(Encoding.UTF8.GetBytes(ended.LogTail)) : null,
            }));
        }
        else
        {
            EventQueue.Settle(step, invocation.RequestId, result);
        }
    }

    /// <summary>The environment's time is up: its process is ended with whatever it was doing.</summary>
    internal static void TimeOut(IFunctionHost host, Step step, ExecutionEnvironment environment, Invocation invocation)
    {
        if (environment.Phase is EnvironmentPhase.Init)
        {
            FunctionLog.InitFailed(step, environment, "timeout");
            Environments.StartAgain(host, step, environment, invocation);
            return;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"Task timed out after {environment.Configuration.Timeout:0.00} seconds");
        FunctionLog.Write(step, environment, [$"{Instants.Canonical(step.Now)} {invocation.RequestId} {text}"]);
        End(step, environment, invocation, Error(environment, "Sandbox.Timedout", $"RequestId: {invocation.RequestId} Error: {text}"), "timeout");
        Environments.Stop(host, step, environment);
    }

    internal static FunctionResult Error(ExecutionEnvironment environment, string type, string message) =>
        Error(environment, new JsonObject { ["errorType"] = type, ["errorMessage"] = message }.ToJsonString(WireJson.Options));

    internal static FunctionResult Error(ExecutionEnvironment environment, string payload) =>
        new("Unhandled", payload, environment.Configuration.Version!);
}
