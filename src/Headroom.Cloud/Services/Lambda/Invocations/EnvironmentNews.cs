using System.Text;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Services.Lambda.Invocations;

/// <summary>
/// What the host's news mean:
/// ready → the waiting event is handed over;
/// could not initialize, or exited while initializing → once more, within the invocation's timeout; the second time the invocation fails;
/// answered, failed → the invocation ends so, the environment rests;
/// exited during an invocation → it fails with <c>Runtime.ExitError</c>; while idle → nobody notices.
/// News of an environment that is gone mean nothing.
/// </summary>
internal static class EnvironmentNews
{
    internal static void Tell(IFunctionHost host, Step step, FunctionNews news)
    {
        if (step.Table(LambdaState.Environments).Find(news.EnvironmentId) is not { } environment)
        {
            return;
        }

        var invocation = environment.RequestId is { } id ? step.Table(LambdaState.Invocations).Find(id) : null;
        switch (news)
        {
            case FunctionNews.Printed printed:
                FunctionLog.Write(step, environment, printed.Lines);
                break;
            case FunctionNews.Ready when invocation is not null && environment.Phase is EnvironmentPhase.Init:
                Environments.HandOver(host, step, environment with { InitDuration = step.Now - environment.Since }, invocation);
                break;
            case FunctionNews.Ready when invocation is not null && environment.Phase is EnvironmentPhase.InitInInvoke:
                Environments.HandOver(host, step, environment, invocation);
                break;
            case FunctionNews.Answered answered when Handles(environment, invocation, answered.RequestId) && IsTooLarge(invocation!, answered):
                const string TooLarge = "Response payload size exceeded maximum allowed payload size";
                Endings.End(
                    step, environment, invocation!,
                    Endings.Error(environment, "Function.ResponseSizeTooLarge", $"{TooLarge} ({FunctionLimits.LargestAnswer} bytes)."), status: null);
                Environments.Rest(step, environment);
                break;
            case FunctionNews.Answered answered when Handles(environment, invocation, answered.RequestId):
                Endings.End(step, environment, invocation!, new(null, answered.Payload, environment.Configuration.Version!), status: null);
                Environments.Rest(step, environment);
                break;
            case FunctionNews.Failed failed when Handles(environment, invocation, failed.RequestId):
                Endings.End(step, environment, invocation!, Endings.Error(environment, failed.Payload), status: null);
                Environments.Rest(step, environment);
                break;
            case FunctionNews.InitFailed or FunctionNews.Exited when invocation is not null && environment.Phase is EnvironmentPhase.Init:
                FunctionLog.InitFailed(step, environment, $"error\tError Type: {ErrorType(news)}");
                Environments.StartAgain(host, step, environment, invocation);
                break;
            case FunctionNews.InitFailed failed when invocation is not null:
                Endings.End(step, environment, invocation, Endings.Error(environment, failed.Payload), "error");
                Environments.Stop(host, step, environment);
                break;
            case FunctionNews.Exited exited when invocation is not null:
                var message = $"RequestId: {invocation.RequestId} Error: {exited.Reason}";
                FunctionLog.Write(step, environment, [message, exited.ErrorType]);
                Endings.End(step, environment, invocation, Endings.Error(environment, exited.ErrorType, message), "error");
                Environments.Forget(step, environment);
                break;
            case FunctionNews.Exited:
                Environments.Forget(step, environment);
                break;
        }
    }

    private static bool IsTooLarge(Invocation invocation, FunctionNews.Answered answered) =>
        invocation.Ticket is not null && Encoding.UTF8.GetByteCount(answered.Payload) > FunctionLimits.LargestAnswer;

    private static bool Handles(ExecutionEnvironment environment, Invocation? invocation, string requestId) =>
        environment.Phase is EnvironmentPhase.Busy && invocation?.RequestId == requestId;

    private static string ErrorType(FunctionNews news) => news switch
    {
        FunctionNews.InitFailed failed => failed.ErrorType,
        FunctionNews.Exited exited => exited.ErrorType,
        _ => throw new InvalidOperationException($"{news.GetType().Name} is no failure"),
    };
}
