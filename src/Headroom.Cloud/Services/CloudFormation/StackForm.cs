using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>Stacks and their resources as the API shows them.</summary>
internal static class StackForm
{
    private const string Hidden = "****";
    private const string NotChecked = "NOT_CHECKED";

    internal static Stack Of(Step step, StackRecord stack) => new()
    {
        StackId = stack.StackId,
        StackName = stack.StackName,
        ChangeSetId = stack.ChangeSetId,
        Description = CloudFormationState.TemplateOf(step, stack.Version).Description,
        Parameters = Parameters(step, stack.Version),
        CreationTime = stack.CreationTime,
        DeletionTime = stack.DeletionTime,
        LastUpdatedTime = stack.LastUpdatedTime,
        RollbackConfiguration = new(),
        StackStatus = stack.Status,
        StackStatusReason = stack.StatusReason,
        DisableRollback = stack.DisableRollback,
        NotificationARNs = stack.Version.NotificationArns,
        TimeoutInMinutes = stack.TimeoutInMinutes,
        Capabilities = stack.Version.Capabilities,
        Outputs = stack.Outputs,
        RoleARN = stack.RoleArn,
        Tags = stack.Version.Tags,
        EnableTerminationProtection = stack.TerminationProtection,
        DriftInformation = new() { StackDriftStatus = NotChecked },
    };

    internal static StackSummary Summary(Step step, StackRecord stack) => new()
    {
        StackId = stack.StackId,
        StackName = stack.StackName,
        TemplateDescription = CloudFormationState.TemplateOf(step, stack.Version).Description,
        CreationTime = stack.CreationTime,
        LastUpdatedTime = stack.LastUpdatedTime,
        DeletionTime = stack.DeletionTime,
        StackStatus = stack.Status,
        StackStatusReason = stack.StatusReason,
        DriftInformation = new() { StackDriftStatus = NotChecked },
    };

    /// <summary>Parameters; the values of NoEcho ones are hidden.</summary>
    internal static List<Parameter> Parameters(Step step, StackVersion version)
    {
        var declared = CloudFormationState.TemplateOf(step, version).Parameters;
        return version.Parameters
            .Select(parameter => declared.GetValueOrDefault(parameter.ParameterKey!)?.NoEcho == true
                ? parameter with { ParameterValue = Hidden, ResolvedValue = null }
                : parameter)
            .ToList();
    }

    internal static StackResource Resource(StackRecord stack, StackResourceRecord resource) => new()
    {
        StackName = stack.StackName,
        StackId = stack.StackId,
        LogicalResourceId = resource.LogicalId,
        PhysicalResourceId = PhysicalId(resource),
        ResourceType = resource.Type,
        Timestamp = resource.Timestamp,
        ResourceStatus = resource.Status,
        ResourceStatusReason = resource.StatusReason,
        DriftInformation = new() { StackResourceDriftStatus = NotChecked },
    };

    internal static StackResourceDetail Detail(StackRecord stack, StackResourceRecord resource) => new()
    {
        StackName = stack.StackName,
        StackId = stack.StackId,
        LogicalResourceId = resource.LogicalId,
        PhysicalResourceId = PhysicalId(resource),
        ResourceType = resource.Type,
        LastUpdatedTimestamp = resource.Timestamp,
        ResourceStatus = resource.Status,
        ResourceStatusReason = resource.StatusReason,
        Metadata = resource.Metadata?.ToJsonString(),
        DriftInformation = new() { StackResourceDriftStatus = NotChecked },
    };

    internal static StackResourceSummary Summary(StackResourceRecord resource) => new()
    {
        LogicalResourceId = resource.LogicalId,
        PhysicalResourceId = PhysicalId(resource),
        ResourceType = resource.Type,
        LastUpdatedTimestamp = resource.Timestamp,
        ResourceStatus = resource.Status,
        ResourceStatusReason = resource.StatusReason,
        DriftInformation = new() { StackResourceDriftStatus = NotChecked },
    };

    private static string? PhysicalId(StackResourceRecord resource) => resource.PhysicalId.Length > 0 ? resource.PhysicalId : null;
}
