using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Cloud.Services.Lambda.Invocations;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>What happens by itself: queued events begin, invocations time out, idle environments end.</summary>
internal static class LambdaDynamics
{
    internal static string Queued(string requestId) => $"queued/{requestId}";

    internal static string Deadline(string environmentId) => $"deadline/{environmentId}";

    internal static string Idle(string environmentId) => $"idle/{environmentId}";

    internal static void Woken(IFunctionHost host, Step step, string key)
    {
        var (kind, id) = (key[..key.IndexOf('/')], key[(key.IndexOf('/') + 1)..]);
        if (kind == "queued")
        {
            EventQueue.Attempt(host, step, step.Table(LambdaState.Events).Get(id));
            return;
        }

        var environment = step.Table(LambdaState.Environments).Get(id);
        if (kind == "idle")
        {
            Environments.Stop(host, step, environment);
            return;
        }

        Endings.TimeOut(host, step, environment, step.Table(LambdaState.Invocations).Get(environment.RequestId!));
    }

    /// <summary>
    /// No process outlives the cloud: what was running is attempted again where it came from the queue, and lost where a caller
    /// waited.
    /// </summary>
    internal static void Started(Step step)
    {
        foreach (var environment in step.Table(LambdaState.Environments).All)
        {
            Environments.Forget(step, environment);
        }

        foreach (var invocation in step.Table(LambdaState.Invocations).All)
        {
            step.Table(LambdaState.Invocations).Remove(invocation.RequestId);
            if (invocation.Ticket is null)
            {
                step.WakeAt(LambdaService.Name, Queued(invocation.RequestId), step.Now);
            }
        }
    }
}
