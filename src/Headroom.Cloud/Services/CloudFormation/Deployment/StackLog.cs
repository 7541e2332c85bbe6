using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>The stack's events: what DescribeStackEvents shows, and what EventBridge hears.</summary>
internal static class StackLog
{
    private const string Source = "aws.cloudformation";

    /// <summary>The stack has another status.</summary>
    internal static void Stack(StackContext context, string status, string? reason)
    {
        context.Stack = context.Stack with { Status = status, StatusReason = reason };
        var stack = context.Stack;
        Append(context, new()
        {
            StackId = stack.StackId,
            StackName = stack.StackName,
            EventId = context.Step.Ids.NextUuid(),
            LogicalResourceId = stack.StackName,
            PhysicalResourceId = stack.StackId,
            ResourceType = "AWS::CloudFormation::Stack",
            Timestamp = context.Step.Now,
            ResourceStatus = status,
            ResourceStatusReason = reason,
        });
        context.Step.Emit(CloudFormationState.Service, "CloudFormation Stack Status Change", [stack.StackId], Detail(stack.StackId, status, reason), Source);
    }

    /// <summary>A resource has another status: its record says which.</summary>
    internal static void Resource(StackContext context, StackResourceRecord resource)
    {
        var stack = context.Stack;
        Append(context, new()
        {
            StackId = stack.StackId,
            StackName = stack.StackName,
            EventId = $"{resource.LogicalId}-{resource.Status}-{stack.EventCount}",
            LogicalResourceId = resource.LogicalId,
            PhysicalResourceId = resource.PhysicalId,
            ResourceType = resource.Type,
            Timestamp = context.Step.Now,
            ResourceStatus = resource.Status,
            ResourceStatusReason = resource.StatusReason,
            ResourceProperties = (resource.Action?.Properties ?? resource.Properties).ToJsonString(),
        });
        var detail = Detail(stack.StackId, resource.Status, resource.StatusReason);
        detail["logical-resource-id"] = resource.LogicalId;
        detail["physical-resource-id"] = resource.PhysicalId;
        detail["resource-type"] = resource.Type;
        context.Step.Emit(CloudFormationState.Service, "CloudFormation Resource Status Change", [stack.StackId], detail, Source);
    }

    private static void Append(StackContext context, StackEvent happened)
    {
        var stack = context.Stack;
        context.Step.Table(CloudFormationState.Events).Put(
            $"{stack.StackId}\n{stack.EventCount:D8}",
            happened with { ClientRequestToken = stack.Operation?.ClientRequestToken });
        context.Stack = stack with { EventCount = stack.EventCount + 1 };
    }

    private static JsonObject Detail(string stackId, string status, string? reason) => new()
    {
        ["stack-id"] = stackId,
        ["status-details"] = new JsonObject { ["status"] = status, ["status-reason"] = reason ?? "" },
    };
}
