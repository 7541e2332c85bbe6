using System.Text.Json.Nodes;
using Headroom.Bench.Staging;
using Headroom.Cloud.Identity;
using Headroom.Simulation.Scenarios;

namespace Headroom.Bench.Comparison;

/// <summary>What people, AWS and the sender do in the scenarios.</summary>
internal static class Acts
{
    internal static Action<DeployedStack> Publish(string message = "hello!") => stack => stack.Publish(message);

    internal static Action<DeployedStack> Delivered(params TimeSpan[] after) => stack => stack.Cloud.Deliveries = after;

    /// <summary>A person or another tool changes the scalable target.</summary>
    internal static Action<DeployedStack> Register(JsonObject change) => stack =>
    {
        var request = change.DeepClone().AsObject();
        Target(request);
        stack.Cloud.Call("application-autoscaling", "RegisterScalableTarget", request);
    };

    internal static Action<DeployedStack> Schedule(string expression, int min) => stack =>
    {
        var request = new JsonObject { ["ScheduledActionName"] = "evening", ["Schedule"] = expression, ["ScalableTargetAction"] = new JsonObject { ["MinCapacity"] = min } };
        Target(request);
        stack.Cloud.Call("application-autoscaling", "PutScheduledAction", request);
    };

    /// <summary>Another service and its target, which comes first in every list of the account.</summary>
    internal static void AddAnotherService(DeployedStack stack) => stack.AddService(stack.Example(), "another", maxCapacity: 2);

    internal static void Deploy(DeployedStack stack) => stack.Cloud.Call("ecs", "UpdateService", new()
    {
        ["cluster"] = DeployedStack.Cluster, ["service"] = DeployedStack.Service, ["desiredCount"] = 1, ["forceNewDeployment"] = true,
    });

    internal static void DeleteService(DeployedStack stack)
    {
        var request = new JsonObject();
        Target(request);
        stack.Cloud.Call("application-autoscaling", "DeregisterScalableTarget", request);
        stack.Cloud.Call("ecs", "DeleteService", new() { ["cluster"] = DeployedStack.Cluster, ["service"] = DeployedStack.Service, ["force"] = true });
    }

    internal static void StopExecution(DeployedStack stack)
    {
        foreach (var running in stack.Executions().Where(execution => (string?)execution["status"] == "RUNNING"))
        {
            stack.Cloud.Call("stepfunctions", "StopExecution", new() { ["executionArn"] = (string)running["executionArn"]! });
        }
    }

    /// <summary>From now on, for a while, RegisterScalableTarget is throttled for the stack.</summary>
    internal static Action<DeployedStack> Throttle(TimeSpan duration) => stack =>
    {
        var until = stack.Cloud.Now + duration;
        stack.Cloud.Harm = call => call is { Operation: "RegisterScalableTarget", Principal: Principal.AssumedRole } && stack.Cloud.Now < until
            ? new Harm.Refused("ThrottlingException")
            : null;
    };

    /// <summary>Has a request of Application Auto Scaling mean the example's service.</summary>
    internal static void Target(JsonObject request)
    {
        request["ServiceNamespace"] = "ecs";
        request["ResourceId"] = DeployedStack.ResourceId;
        request["ScalableDimension"] = "ecs:service:DesiredCount";
    }
}
