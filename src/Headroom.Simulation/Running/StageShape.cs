using System.Collections.Immutable;
using Headroom.Cloud.Services.ApplicationAutoScaling;
using Headroom.Cloud.Services.Ecs;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Running;

/// <summary>Gives the stage's services the shape that a scenario wants them to have, with all their tasks running already.</summary>
internal static class StageShape
{
    private static readonly ServiceShape Uncovered = new(1, 4, 2, ScaleInSuspended: false);

    internal static void Give(Run run, ImmutableArray<ServiceShape> shapes) => run.Apply(new Actor.Cloud(), step =>
    {
        for (var index = 0; index < shapes.Length; index++)
        {
            Give(run, step, StageNames.Service(index), shapes[index]);
            run.See(new Observation.DesiredCountChanged(run.Now, StageNames.Service(index), null, shapes[index].Desired, run.By));
        }

        Give(run, step, StageNames.Uncovered, Uncovered);
    });

    private static void Give(Run run, Headroom.Cloud.Kernel.Step step, string service, ServiceShape shape)
    {
        var key = AutoScalingState.TargetKey(AutoScalingNames.Ecs, StageNames.Target(service), AutoScalingNames.DesiredCount);
        var targets = step.Table(AutoScalingState.Targets);
        var target = targets.Get(key);
        targets.Put(key, target with
        {
            MinCapacity = shape.Min,
            MaxCapacity = shape.Max,
            SuspendedState = target.SuspendedState! with { DynamicScalingInSuspended = shape.ScaleInSuspended },
        });
        var services = step.Table(EcsState.Services);
        var record = services.Get(ServiceRecord.KeyOf(StageNames.Cluster, service));
        run.See(new Observation.ServingChanged(run.Now, service, record.Serving));
        services.Put(record.Key, record with { DesiredCount = shape.Desired });
        Headroom.Cloud.Services.Ecs.Scheduling.ServiceScheduler.Reconcile(step, record.Key);
    }
}
