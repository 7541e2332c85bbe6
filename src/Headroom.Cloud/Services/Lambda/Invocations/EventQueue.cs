using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Services.Lambda.Invocations;

/// <summary>
/// Asynchronous invocations (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html):
/// the function failed → again after one minute, then after two;
/// throttled, or Lambda itself could not start it → again after one second, doubling up to five minutes;
/// attempts used up, or too old → the failure destination and the dead-letter queue; succeeded → the success destination;
/// reserved concurrency of zero → given up at once.
/// </summary>
internal static class EventQueue
{
    private const int DefaultRetries = 2;
    private static readonly TimeSpan DefaultAge = TimeSpan.FromHours(6);

    internal static void Accept(Step step, QueuedEvent queued)
    {
        step.Table(LambdaState.Events).Put(queued.RequestId, queued);
        Schedule(step, queued, TimeSpan.FromMilliseconds(5 + step.Ids.NextInt(20)));
    }

    internal static void Attempt(IFunctionHost host, Step step, QueuedEvent queued)
    {
        var reference = new FunctionReference(queued.FunctionName, queued.Qualifier);
        if (reference.FindFunction(step) is not { } function || reference.FindVersion(step) is not { } version)
        {
            // A deleted function takes its queue with it.
            step.Table(LambdaState.Events).Remove(queued.RequestId);
            return;
        }

        if (step.Now - queued.QueuedAt > OldestAge(step, queued))
        {
            GiveUp(step, queued, "EventAgeExceeded");
        }
        else if (function.ReservedConcurrency == 0)
        {
            GiveUp(step, queued, "ZeroReservedConcurrency");
        }
        else
        {
            var invocation = new Invocation(queued.RequestId, queued.FunctionName, queued.InvokedArn, queued.Payload, step.Now);
            if (Environments.Run(host, step, function, version, invocation) is not null)
            {
                LambdaEvents.Throttled(step, queued.FunctionName);
                Again(step, queued with { Throttles = queued.Throttles + 1 }, Backoff(queued.Throttles));
            }
        }
    }

    internal static void Settle(Step step, string requestId, FunctionResult result)
    {
        if (step.Table(LambdaState.Events).Find(requestId) is not { } queued)
        {
            return;
        }

        if (result.FunctionError is null)
        {
            step.Table(LambdaState.Events).Remove(requestId);
            Destinations.Succeeded(step, queued, result);
            return;
        }

        var failed = queued with { Failures = queued.Failures + 1, Throttles = 0, LastFailure = result };
        if (failed.Failures > (Config(step, queued)?.MaximumRetryAttempts ?? DefaultRetries))
        {
            GiveUp(step, failed, "RetriesExhausted");
        }
        else
        {
            Again(step, failed, TimeSpan.FromMinutes(failed.Failures));
        }
    }

    private static void Again(Step step, QueuedEvent queued, TimeSpan after)
    {
        if (step.Now + after - queued.QueuedAt > OldestAge(step, queued))
        {
            GiveUp(step, queued, "EventAgeExceeded");
            return;
        }

        step.Table(LambdaState.Events).Put(queued.RequestId, queued);
        Schedule(step, queued, after);
    }

    private static void GiveUp(Step step, QueuedEvent queued, string condition)
    {
        step.Table(LambdaState.Events).Remove(queued.RequestId);
        LambdaEvents.GivenUp(step, queued, condition);
        Destinations.Failed(step, queued, condition);
    }

    private static void Schedule(Step step, QueuedEvent queued, TimeSpan after) =>
        step.WakeAt(LambdaService.Name, LambdaDynamics.Queued(queued.RequestId), step.Now + after);

    private static TimeSpan Backoff(int throttles) => TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(throttles, 9))));

    private static TimeSpan OldestAge(Step step, QueuedEvent queued) =>
        Config(step, queued)?.MaximumEventAgeInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : DefaultAge;

    private static EventInvokeConfig? Config(Step step, QueuedEvent queued) =>
        step.Table(LambdaState.EventInvokeConfigs).Find(LambdaState.QualifiedKey(queued.FunctionName, queued.Qualifier));
}
