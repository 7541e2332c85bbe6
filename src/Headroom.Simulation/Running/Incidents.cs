using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;
using Headroom.Wire.Json;

namespace Headroom.Simulation.Running;

/// <summary>Lets incidents happen.</summary>
internal sealed class Incidents(Run run, Stage stage)
{
    private const int MostTries = 120;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);
    private static readonly Actor Person = new Actor.Person();

    internal void LetHappen(Incident incident)
    {
        if (incident is not (Incident.Publish or Incident.Alarm))
        {
            run.See(new Observation.PersonActed(run.Now, incident));
        }

        switch (incident)
        {
            case Incident.Publish publish:
                Publish(publish);
                break;
            case Incident.SetLimits limits:
                Register(limits.Service, limits.Change);
                break;
            case Incident.SetFlags flags:
                Register(flags.Service, flags.Change);
                break;
            case Incident.PutScheduledAction action:
                Schedule(action);
                break;
            case Incident.Deploy deploy:
                Ecs("UpdateService", new() { ["service"] = StageNames.Service(deploy.Service), ["desiredCount"] = deploy.DesiredCount, ["forceNewDeployment"] = true });
                break;
            case Incident.DeleteService delete:
                Delete(delete.Service);
                break;
            case Incident.ReplaceService replace:
                Delete(replace.Service);
                Create(replace, MostTries);
                break;
            case Incident.StopExecution stop:
                Stop(stop.Execution);
                break;
            case Incident.DeleteStack:
                Call("cloudformation", "DeleteStack", new() { ["StackName"] = Stage.StackName }, Ignore);
                break;
            case Incident.TakeHoldOut:
                run.Call(Person, StageServices.Stack("UpdateStack", HoldTemplate.WithoutHold(stage.Template)), Ignore);
                break;
            case Incident.Alarm alarm:
                Alarms.Act(run, alarm);
                break;
            default:
                throw new InvalidOperationException($"No such incident: {incident}");
        }
    }

    private void Publish(Incident.Publish publish)
    {
        var request = new JsonObject { ["TopicArn"] = stage.TopicArn, ["Message"] = publish.Body };
        Call("sns", "Publish", request, outcome =>
        {
            var messageId = (string)((Outcome<JsonObject>.Answered)outcome).Response["MessageId"]!;
            run.Calls.Deliver(messageId, publish.DeliveredAfter);
            run.See(new Observation.Published(run.Now, messageId, publish));
        });
    }

    private void Register(int service, JsonObject change)
    {
        var request = Given(change);
        request["ServiceNamespace"] = "ecs";
        request["ScalableDimension"] = "ecs:service:DesiredCount";
        request["ResourceId"] = StageNames.Target(StageNames.Service(service));
        Call("application-autoscaling", "RegisterScalableTarget", request, Ignore);
    }

    private void Schedule(Incident.PutScheduledAction action) => Call("application-autoscaling", "PutScheduledAction", Given(new()
    {
        ["ServiceNamespace"] = "ecs",
        ["ScalableDimension"] = "ecs:service:DesiredCount",
        ["ResourceId"] = StageNames.Target(StageNames.Service(action.Service)),
        ["ScheduledActionName"] = ScheduleName(action),
        ["Schedule"] = action.Schedule.Expression,
        ["Timezone"] = action.Schedule.TimeZone,
        ["StartTime"] = action.Schedule is DueTimes.Every every ? Instants.Canonical(every.Start) : null,
        ["ScalableTargetAction"] = Given(new() { ["MinCapacity"] = action.Min, ["MaxCapacity"] = action.Max }),
    }), Demand);

    // An action of the same name would be replaced. A name has no colons.
    private static string ScheduleName(Incident.PutScheduledAction action) =>
        $"from {action.Schedule.First:HHmm} {action.Schedule.Expression.Replace(":", "", StringComparison.Ordinal)} {Words.Of(("Min", action.Min), ("Max", action.Max))}";

    private void Delete(int service) => Ecs("DeleteService", new() { ["service"] = StageNames.Service(service), ["force"] = true });

    // Amazon ECS refuses the name as long as the old service drains.
    private void Create(Incident.ReplaceService replace, int triesLeft) =>
        Call("ecs", "CreateService", StageServices.Created(StageNames.Service(replace.Service), replace.Shape.Desired), outcome =>
        {
            if (outcome is not Outcome<JsonObject>.Answered)
            {
                if (triesLeft > 0)
                {
                    run.Calls.Note(Retry, () => Create(replace, triesLeft - 1));
                }
            }
            else if (replace.TargetAfter is { } after)
            {
                run.Calls.Note(after, () => RegisterAnew(replace.Service, replace.Shape));
            }
        });

    private void RegisterAnew(int service, ServiceShape shape) => Register(service, new()
    {
        ["MinCapacity"] = shape.Min,
        ["MaxCapacity"] = shape.Max,
        ["SuspendedState"] = new JsonObject { ["DynamicScalingInSuspended"] = shape.ScaleInSuspended },
    });

    private void Stop(int number)
    {
        var running = run.World.Executions.Where(execution => execution.IsAlive).ToList();
        if (running.Count > 0)
        {
            Call("stepfunctions", "StopExecution", new() { ["executionArn"] = running[number % running.Count].Arn, ["cause"] = "stopped by hand" }, Ignore);
        }
    }

    private void Ecs(string operation, JsonObject request)
    {
        request["cluster"] = StageNames.Cluster;
        Call("ecs", operation, request, Ignore);
    }

    private void Call(string service, string operation, JsonObject request, Action<Outcome<JsonObject>> answered) =>
        run.Call(Person, new(Stage.Administrator, service, operation, request), answered);

    // What people try may be refused (a service deleted before, a Min above Max): then they have done nothing.
    private static void Ignore(Outcome<JsonObject> outcome) => _ = outcome;

    private static void Demand(Outcome<JsonObject> outcome)
    {
        if (outcome is not Outcome<JsonObject>.Answered)
        {
            throw new InvalidOperationException($"What is done before anything else happens must succeed: {outcome}");
        }
    }

    private static JsonObject Given(JsonObject members)
    {
        foreach (var absent in members.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            members.Remove(absent);
        }

        return members;
    }
}
