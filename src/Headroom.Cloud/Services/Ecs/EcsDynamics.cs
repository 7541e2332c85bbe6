using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services.ApplicationAutoScaling;
using Headroom.Cloud.Services.Ecs.Scheduling;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>What moves in ECS as time passes: tasks from state to state, and services towards their desired count.</summary>
internal static class EcsDynamics
{
    private const string Task = "task/";
    private const string Service = "service/";
    private const string Token = "token/";

    internal static string TaskWake(string key) => Task + key;

    internal static string ServiceWake(string key) => Service + key;

    internal static string TokenWake(string key) => Token + key;

    /// <summary>What auto scaling did is told among a service's events, too.</summary>
    internal static void Heard(Step step, CloudEvent happened)
    {
        if (happened is { Service: "application-autoscaling", Type: AutoScalingEvents.ActivityEnd }
            && ((string)happened.Detail["resourceId"]!).Split('/') is ["service", var cluster, var service])
        {
            ServiceMessages.Quote(step, ServiceRecord.KeyOf(cluster, service), $"Message: {happened.Detail["statusMessage"]} Cause: {happened.Detail["cause"]}");
        }
    }

    internal static void Woken(Step step, string key)
    {
        if (key.StartsWith(Task, StringComparison.Ordinal))
        {
            TaskLifecycle.Advance(step, key[Task.Length..]);
        }
        else if (key.StartsWith(Token, StringComparison.Ordinal))
        {
            step.Table(EcsState.ClientTokens).Remove(key[Token.Length..]);
        }
        else
        {
            ServiceScheduler.Reconcile(step, key[Service.Length..]);
        }
    }
}
