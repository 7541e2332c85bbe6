using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda.Invocations;

/// <summary>
/// Which environment handles an event: the idle one used last, else a new one
/// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html).
/// </summary>
internal static class Environments
{
    internal static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(10);

    /// <summary>AWS promises no number; environments are commonly seen to stay for five to fifteen minutes.</summary>
    private static readonly TimeSpan IdleFor = TimeSpan.FromMinutes(10);

    /// <summary>Begins an invocation, or says why it cannot.</summary>
    internal static Refusal? Run(IFunctionHost host, Step step, Function function, FunctionConfiguration version, Invocation invocation)
    {
        if (function.ReservedConcurrency is { } reserved && Running(step, function.Name) >= reserved)
        {
            return LambdaRefusals.Throttled;
        }

        if (FindIdle(host, step, version) is { } idle)
        {
            HandOver(host, step, idle, invocation);
            return null;
        }

        return Start(host, step, version, invocation);
    }

    /// <summary>Gives an environment that is ready its event.</summary>
    internal static void HandOver(IFunctionHost host, Step step, ExecutionEnvironment environment, Invocation invocation)
    {
        // What a second initialization took is part of the invocation's own time.
        var started = environment.Phase == EnvironmentPhase.InitInInvoke ? environment.Since : step.Now;
        var deadline = started + TimeSpan.FromSeconds(environment.Configuration.Timeout ?? 3);
        var running = invocation with { StartedAt = started };
        step.Table(LambdaState.Invocations).Put(invocation.RequestId, running);
        Put(step, environment with { Phase = EnvironmentPhase.Busy, RequestId = invocation.RequestId, Since = step.Now });
        step.CancelWake(LambdaService.Name, LambdaDynamics.Idle(environment.Id));
        step.WakeAt(LambdaService.Name, LambdaDynamics.Deadline(environment.Id), deadline);
        FunctionLog.Start(step, environment, running);
        var order = new InvocationOrder(
            environment.Id,
            invocation.RequestId,
            invocation.InvokedArn,
            invocation.Payload,
            deadline - step.Now,
            invocation.ClientContext);
        step.AfterCommit(() => host.Invoke(order));
    }

    /// <summary>The environment waits for its next event.</summary>
    internal static void Rest(Step step, ExecutionEnvironment environment)
    {
        Put(step, environment with { Phase = EnvironmentPhase.Idle, RequestId = null, InitDuration = null, Since = step.Now });
        step.CancelWake(LambdaService.Name, LambdaDynamics.Deadline(environment.Id));
        step.WakeAt(LambdaService.Name, LambdaDynamics.Idle(environment.Id), step.Now + IdleFor);
    }

    /// <summary>The environment is gone.</summary>
    internal static void Forget(Step step, ExecutionEnvironment environment)
    {
        step.Table(LambdaState.Environments).Remove(environment.Id);
        step.CancelWake(LambdaService.Name, LambdaDynamics.Deadline(environment.Id));
        step.CancelWake(LambdaService.Name, LambdaDynamics.Idle(environment.Id));
    }

    /// <summary>The environment is ended.</summary>
    internal static void Stop(IFunctionHost host, Step step, ExecutionEnvironment environment)
    {
        Forget(step, environment);
        step.AfterCommit(() => host.Stop(environment.Id));
    }

    /// <summary>A first initialization came to nothing: Lambda tries once more, within the invocation's own timeout.</summary>
    internal static void StartAgain(IFunctionHost host, Step step, ExecutionEnvironment environment, Invocation invocation)
    {
        Stop(host, step, environment);
        var again = environment with { Id = step.Ids.NextUuid(), Phase = EnvironmentPhase.InitInInvoke, Since = step.Now };
        Begin(host, step, again, step.Now + TimeSpan.FromSeconds(environment.Configuration.Timeout ?? 3), invocation);
    }

    private static int Running(Step step, string name) =>
        step.Table(LambdaState.Invocations).All.Count(invocation => invocation.FunctionName == name);

    private static ExecutionEnvironment? FindIdle(IFunctionHost host, Step step, FunctionConfiguration version)
    {
        var idle = step.Table(LambdaState.Environments).All
            .Where(environment => environment.Phase == EnvironmentPhase.Idle
                && environment.Configuration.FunctionName == version.FunctionName
                && environment.Configuration.Version == version.Version)
            .ToLookup(environment => environment.Configuration.RevisionId == version.RevisionId
                && step.Now - environment.BornAt < FunctionRole.CredentialsFreshFor);
        foreach (var stale in idle[false])
        {
            Stop(host, step, stale);
        }

        return idle[true].MaxBy(environment => environment.Since);
    }

    private static Refusal? Start(IFunctionHost host, Step step, FunctionConfiguration version, Invocation invocation)
    {
        if (!Runtimes.Has(version.Runtime!))
        {
            return new("InvalidRuntimeException", $"The embedded cloud has no runtime {version.Runtime}: it runs {Runtimes.Known}.");
        }

        var stream = $"{step.Now.UtcDateTime:yyyy'/'MM'/'dd}/[{version.Version}]{step.Ids.NextHex(32)}";
        var environment = new ExecutionEnvironment(step.Ids.NextUuid(), version, EnvironmentPhase.Init, stream, step.Now, step.Now);
        return Begin(host, step, environment, step.Now + InitLimit, invocation);
    }

    private static Refusal? Begin(IFunctionHost host, Step step, ExecutionEnvironment environment, DateTimeOffset deadline, Invocation invocation)
    {
        var version = environment.Configuration;
        if (FunctionRole.Issue(step, version.Role!, FunctionReference.Parse(version.FunctionName!)) is not { } credentials)
        {
            return new("AccessDeniedException", LambdaRefusals.CannotBeAssumed.Message);
        }

        step.Table(LambdaState.Invocations).Put(invocation.RequestId, invocation);
        Put(step, environment with { RequestId = invocation.RequestId });
        step.WakeAt(LambdaService.Name, LambdaDynamics.Deadline(environment.Id), deadline);
        FunctionLog.Open(step, environment);
        var order = new EnvironmentOrder(
            environment.Id,
            version.FunctionName!,
            version.Runtime!,
            version.Handler!,
            version.CodeSha256!,
            step.Table(LambdaState.Packages).Get(version.CodeSha256!).Zip,
            EnvironmentVariables.For(step, environment, credentials));
        step.AfterCommit(() => host.Start(order));
        return null;
    }

    private static void Put(Step step, ExecutionEnvironment environment) =>
        step.Table(LambdaState.Environments).Put(environment.Id, environment);
}
