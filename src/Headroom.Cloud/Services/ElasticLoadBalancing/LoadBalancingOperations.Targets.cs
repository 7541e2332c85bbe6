using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

internal static partial class LoadBalancingOperations
{
    /// <summary>Registers targets: each is <c>initial</c> until its health checks have succeeded often enough.</summary>
    internal static Outcome<RegisterTargetsResponse> RegisterTargets(Step step, RegisterTargetsRequest request)
    {
        if (step.Table(LoadBalancingState.TargetGroups).Find(request.TargetGroupArn) is not { } group)
        {
            return NoTargetGroup;
        }

        foreach (var target in request.Targets)
        {
            var port = target.Port ?? group.TargetGroup.Port;
            var key = LoadBalancingState.TargetKey(request.TargetGroupArn, target.Id, port);
            step.CancelWake(LoadBalancingService.Name, key);
            step.Table(LoadBalancingState.Targets).Put(key, new(target.Id, port, target.AvailabilityZone, step.Now, step.Now + group.TimeToHealthy(), null, null));
        }

        return new RegisterTargetsResponse();
    }

    /// <summary>Deregisters targets: each is <c>draining</c> for the deregistration delay, then gone.</summary>
    internal static Outcome<DeregisterTargetsResponse> DeregisterTargets(Step step, DeregisterTargetsRequest request)
    {
        if (step.Table(LoadBalancingState.TargetGroups).Find(request.TargetGroupArn) is not { } group)
        {
            return NoTargetGroup;
        }

        var targets = step.Table(LoadBalancingState.Targets);
        foreach (var key in request.Targets.Select(target => LoadBalancingState.TargetKey(request.TargetGroupArn, target.Id, target.Port ?? group.TargetGroup.Port)))
        {
            if (targets.Find(key) is { DrainedAt: null } registered)
            {
                var drainedAt = step.Now + group.DeregistrationDelay();
                targets.Put(key, registered with { DrainedAt = drainedAt });
                step.WakeAt(LoadBalancingService.Name, key, drainedAt);
            }
        }

        return new DeregisterTargetsResponse();
    }

    /// <summary>The health of a target group's targets; one asked for that is not registered is <c>unused</c>.</summary>
    internal static Outcome<DescribeTargetHealthResponse> DescribeTargetHealth(Step step, DescribeTargetHealthRequest request)
    {
        if (step.Table(LoadBalancingState.TargetGroups).Find(request.TargetGroupArn) is not { } group)
        {
            return NoTargetGroup;
        }

        var (targets, inUse) = (step.Table(LoadBalancingState.Targets), TargetHealthTimes.IsInUse(step, request.TargetGroupArn));
        return new DescribeTargetHealthResponse
        {
            TargetHealthDescriptions = request.Targets is { Count: > 0 } asked
                ? [.. asked.Select(target => targets.Find(LoadBalancingState.TargetKey(request.TargetGroupArn, target.Id, target.Port ?? group.TargetGroup.Port)) is { } known ? Health(known) : Unused(target))]
                : [.. targets.WithPrefix(LoadBalancingState.TargetsOf(request.TargetGroupArn)).Select(Health)],
        };

        TargetHealthDescription Health(TargetRecord target) => new()
        {
            Target = new() { Id = target.Id, Port = target.Port, AvailabilityZone = target.AvailabilityZone },
            HealthCheckPort = group.TargetGroup.HealthCheckPort is { } port and not "traffic-port" ? port : target.Port?.ToString(),
            TargetHealth = target.HealthAt(step.Now, group, inUse),
        };
    }

    private static TargetHealthDescription Unused(TargetDescription target) => new()
    {
        Target = target,
        TargetHealth = new() { State = "unused", Reason = "Target.NotRegistered", Description = "Target is not registered to the target group" },
    };
}
