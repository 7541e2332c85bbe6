using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;
using Headroom.Cloud.Services.ApplicationAutoScaling.Policies;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>What Application Auto Scaling's operations do.</summary>
internal static partial class AutoScalingOperations
{
    private const int MostPerPage = 50;

    /// <summary>
    /// Registers a target or changes one. What is absent keeps its value, also each flag of the suspended state; a new target needs Min and
    /// Max. Whatever was given: a desired count outside [Min, Max] is moved inside, as an activity of its own.
    /// </summary>
    internal static Outcome<RegisterScalableTargetResponse> RegisterScalableTarget(Step step, RegisterScalableTargetRequest request)
    {
        var key = AutoScalingState.TargetKey(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var targets = step.Table(AutoScalingState.Targets);
        var old = targets.Find(key);
        var refusal = TargetRules.RefuseDimension(request.ServiceNamespace, request.ResourceId, request.ScalableDimension)
            ?? TargetRules.RefuseCapacity(old, request.MinCapacity, request.MaxCapacity);
        if (refusal is not null)
        {
            return refusal;
        }

        if (CurrentCapacity.Read(step, request.ResourceId) is not { } service)
        {
            return TargetRules.Invalid($"ECS service doesn't exist: {request.ResourceId}");
        }

        var target = old is null ? New(step, request) : Merge(old, request);
        targets.Put(key, target);
        if (request.Tags is { } tags)
        {
            step.Table(AutoScalingState.Tags).Put(target.ScalableTargetARN!, new(tags));
        }

        AutoScalingEvents.TargetRegistered(step, target);
        Clamping.Apply(step, target, service.Status == "ACTIVE" ? service.DesiredCount : null);
        PolicyEvaluation.Reconsider(step, key);
        return new RegisterScalableTargetResponse { ScalableTargetARN = target.ScalableTargetARN };
    }

    /// <summary>Describes targets of a namespace, or exactly those asked for; unregistered ones are left out. 50 a page.</summary>
    internal static Outcome<DescribeScalableTargetsResponse> DescribeScalableTargets(Step step, DescribeScalableTargetsRequest request)
    {
        var wanted = step.Table(AutoScalingState.Targets).WithPrefix(request.ServiceNamespace + '|')
            .Where(target => request.ResourceIds is not { Count: > 0 } ids || ids.Contains(target.ResourceId))
            .Where(target => request.ScalableDimension is null || target.ScalableDimension == request.ScalableDimension);
        var page = Page.Of(wanted, AutoScalingState.KeyOf, request.NextToken, PageSize(request.MaxResults));
        return new DescribeScalableTargetsResponse { ScalableTargets = page.Items, NextToken = page.NextToken };
    }

    // More than AWS's 50 are asked for by some clients, and are 50.
    private static int PageSize(int? wanted) => Page.Size(wanted is > MostPerPage ? MostPerPage : wanted, MostPerPage, MostPerPage);

    /// <summary>Removes a target with its policies (and their alarms) and scheduled actions; the capacity stays.</summary>
    internal static Outcome<DeregisterScalableTargetResponse> DeregisterScalableTarget(Step step, DeregisterScalableTargetRequest request)
    {
        var key = AutoScalingState.TargetKey(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        if (step.Table(AutoScalingState.Targets).Find(key) is not { } target)
        {
            return TargetRules.NoTarget(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        }

        foreach (var record in step.Table(AutoScalingState.Policies).WithPrefix(AutoScalingState.Of(key)))
        {
            RemovePolicy(step, key, record.Policy);
        }

        foreach (var action in step.Table(AutoScalingState.ScheduledActions).WithPrefix(AutoScalingState.Of(key)))
        {
            RemoveScheduledAction(step, key, action.ScheduledActionName);
        }

        ScalingActivities.Override(step, key);
        step.Table(AutoScalingState.Memories).Remove(key);
        step.Table(AutoScalingState.Targets).Remove(key);
        step.Table(AutoScalingState.Tags).Remove(target.ScalableTargetARN!);
        return new DeregisterScalableTargetResponse();
    }

    private static ScalableTarget New(Step step, RegisterScalableTargetRequest request) => new()
    {
        ServiceNamespace = request.ServiceNamespace,
        ResourceId = request.ResourceId,
        ScalableDimension = request.ScalableDimension,
        MinCapacity = request.MinCapacity!.Value,
        MaxCapacity = request.MaxCapacity!.Value,
        RoleARN = AutoScalingNames.Role(step).Arn,
        CreationTime = step.Now,
        SuspendedState = Merge(null, request.SuspendedState),
        ScalableTargetARN = AutoScalingNames.TargetArn(step.Settings, step.Ids.NextHex(32)),
    };

    private static ScalableTarget Merge(ScalableTarget old, RegisterScalableTargetRequest request) => old with
    {
        MinCapacity = request.MinCapacity ?? old.MinCapacity,
        MaxCapacity = request.MaxCapacity ?? old.MaxCapacity,
        SuspendedState = Merge(old.SuspendedState, request.SuspendedState),
    };

    private static SuspendedState Merge(SuspendedState? old, SuspendedState? given) => new()
    {
        DynamicScalingInSuspended = given?.DynamicScalingInSuspended ?? old?.DynamicScalingInSuspended ?? false,
        DynamicScalingOutSuspended = given?.DynamicScalingOutSuspended ?? old?.DynamicScalingOutSuspended ?? false,
        ScheduledScalingSuspended = given?.ScheduledScalingSuspended ?? old?.ScheduledScalingSuspended ?? false,
    };
}
