using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ApplicationAutoScaling.Schedules;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

internal static partial class AutoScalingOperations
{
    private const int MostScheduledActions = 200;

    /// <summary>Creates or replaces a scheduled action; an absent StartTime or EndTime is dropped, not kept.</summary>
    internal static Outcome<PutScheduledActionResponse> PutScheduledAction(Step step, PutScheduledActionRequest request)
    {
        var targetKey = AutoScalingState.TargetKey(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        if (step.Table(AutoScalingState.Targets).Find(targetKey) is null)
        {
            return TargetRules.NoTarget(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        }

        var actions = step.Table(AutoScalingState.ScheduledActions);
        var key = AutoScalingState.Of(targetKey) + request.ScheduledActionName;
        var old = actions.Find(key);
        if (old is null && actions.WithPrefix(AutoScalingState.Of(targetKey)).Count >= MostScheduledActions)
        {
            return new Refusal("LimitExceededException", $"Exceeded the maximum number of scheduled actions per scalable target: {MostScheduledActions}");
        }

        if ((request.Schedule ?? old?.Schedule) is not { } schedule || (request.ScalableTargetAction ?? old?.ScalableTargetAction) is not { } change)
        {
            return TargetRules.Invalid("Schedule and ScalableTargetAction must be specified for a new scheduled action.");
        }

        if (ScheduledActions.Refuse(schedule, request.Timezone ?? old?.Timezone, request.StartTime, request.EndTime, change) is { } refusal)
        {
            return refusal;
        }

        var action = new ScheduledAction
        {
            ScheduledActionName = request.ScheduledActionName,
            ScheduledActionARN = old?.ScheduledActionARN ?? AutoScalingNames.ScheduledActionArn(step.Settings, step.Ids.NextUuid(), request.ResourceId, request.ScheduledActionName),
            ServiceNamespace = request.ServiceNamespace,
            Schedule = schedule,
            Timezone = request.Timezone ?? old?.Timezone,
            ResourceId = request.ResourceId,
            ScalableDimension = request.ScalableDimension,
            StartTime = request.StartTime,
            EndTime = request.EndTime,
            ScalableTargetAction = change,
            CreationTime = old?.CreationTime ?? step.Now,
        };
        actions.Put(key, action);
        ScheduledActions.Plan(step, key, action);
        return new PutScheduledActionResponse();
    }

    /// <summary>Describes scheduled actions of a namespace, a target, or by name; 50 a page.</summary>
    internal static Outcome<DescribeScheduledActionsResponse> DescribeScheduledActions(Step step, DescribeScheduledActionsRequest request)
    {
        var wanted = step.Table(AutoScalingState.ScheduledActions).WithPrefix(request.ServiceNamespace + '|')
            .Where(action => request.ResourceId is null || action.ResourceId == request.ResourceId)
            .Where(action => request.ScalableDimension is null || action.ScalableDimension == request.ScalableDimension)
            .Where(action => request.ScheduledActionNames is not { Count: > 0 } names || names.Contains(action.ScheduledActionName));
        var page = Page.Of(wanted, action => action.ScheduledActionARN, request.NextToken, PageSize(request.MaxResults));
        return new DescribeScheduledActionsResponse { ScheduledActions = page.Items, NextToken = page.NextToken };
    }

    /// <summary>Deletes a scheduled action.</summary>
    internal static Outcome<DeleteScheduledActionResponse> DeleteScheduledAction(Step step, DeleteScheduledActionRequest request)
    {
        var targetKey = AutoScalingState.TargetKey(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        return RemoveScheduledAction(step, targetKey, request.ScheduledActionName)
            ? new DeleteScheduledActionResponse()
            : new Refusal("ObjectNotFoundException", $"No scheduled action found for service namespace: {request.ServiceNamespace}, resource ID: {request.ResourceId}, scalable dimension: {request.ScalableDimension}: {request.ScheduledActionName}");
    }

    private static bool RemoveScheduledAction(Step step, string targetKey, string name)
    {
        var key = AutoScalingState.Of(targetKey) + name;
        step.CancelWake(AutoScalingService.Name, AutoScalingDynamics.ScheduleWake(key));
        return step.Table(AutoScalingState.ScheduledActions).Remove(key);
    }
}
