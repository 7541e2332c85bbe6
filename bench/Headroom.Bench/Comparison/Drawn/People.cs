using System.Text.Json.Nodes;
using Headroom.Bench.Staging;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Bench.Comparison.Drawn;

/// <summary>What people and senders do to a stack. What AWS refuses them they have not done.</summary>
internal sealed class People(DeployedStack stack)
{
    /// <summary>Makes the service what it is before anything happens.</summary>
    internal void Give(ServiceShape shape, int? anotherMax)
    {
        Register(new()
        {
            ["MinCapacity"] = shape.Min,
            ["MaxCapacity"] = shape.Max,
            ["SuspendedState"] = new JsonObject { ["DynamicScalingInSuspended"] = shape.ScaleInSuspended },
        });
        Update(new() { ["desiredCount"] = shape.Desired });
        if (anotherMax is { } max)
        {
            stack.AddService(stack.Example(), "another", max);
        }
    }

    internal void Do(Incident incident)
    {
        switch (incident)
        {
            case Incident.Publish publish:
                stack.Cloud.Deliver(stack.Publish(publish.Body), publish.DeliveredAfter);
                break;
            case Incident.SetLimits limits:
                Register(limits.Change);
                break;
            case Incident.SetFlags flags:
                Register(flags.Change);
                break;
            case Incident.PutScheduledAction action:
                Schedule(action);
                break;
            case Incident.Deploy deploy:
                Update(new() { ["desiredCount"] = deploy.DesiredCount, ["forceNewDeployment"] = true });
                break;
            case Incident.StopExecution stop:
                Stop(stop.Execution);
                break;
            default:
                throw new InvalidOperationException($"No such incident: {incident}");
        }
    }

    // The search's clock has another beginning.
    private void Schedule(Incident.PutScheduledAction action) => OfTarget("PutScheduledAction", new()
    {
        ["ScheduledActionName"] = $"from {action.Schedule.First:HHmm}",
        ["Schedule"] = $"at({stack.Cloud.Now - action.At + (action.Schedule.First - Stage.Start):yyyy-MM-dd'T'HH:mm:ss})",
        ["ScalableTargetAction"] = new JsonObject { ["MinCapacity"] = action.Min, ["MaxCapacity"] = action.Max },
    });

    private void Stop(int number)
    {
        var running = stack.Executions().Where(execution => (string?)execution["status"] == "RUNNING").ToList();
        if (running.Count > 0)
        {
            stack.Cloud.Try("stepfunctions", "StopExecution", new() { ["executionArn"] = (string)running[number % running.Count]["executionArn"]! });
        }
    }

    private void Register(JsonObject change) => OfTarget("RegisterScalableTarget", change);

    private void OfTarget(string operation, JsonObject request)
    {
        Acts.Target(request);
        stack.Cloud.Try("application-autoscaling", operation, request);
    }

    private void Update(JsonObject change)
    {
        change["cluster"] = DeployedStack.Cluster;
        change["service"] = DeployedStack.Service;
        stack.Cloud.Try("ecs", "UpdateService", change);
    }
}
