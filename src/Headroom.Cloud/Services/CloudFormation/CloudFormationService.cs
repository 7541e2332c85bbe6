using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Bootstrap;
using Headroom.Cloud.Services.CloudFormation.Deployment;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>AWS CloudFormation: stacks and change sets.</summary>
public static class CloudFormationService
{
    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(CloudFormationState.Service,
    [
        On<CreateStackRequest, CreateStackResponse>("CreateStack", CloudFormationOperations.CreateStack, request => request.StackName),
        On<UpdateStackRequest, UpdateStackResponse>("UpdateStack", CloudFormationOperations.UpdateStack, request => request.StackName),
        On<CancelUpdateStackRequest, CancelUpdateStackResponse>(
            "CancelUpdateStack", CloudFormationOperations.CancelUpdateStack, request => request.StackName),
        On<RollbackStackRequest, RollbackStackResponse>("RollbackStack", CloudFormationOperations.RollbackStack, request => request.StackName),
        On<ContinueUpdateRollbackRequest, ContinueUpdateRollbackResponse>(
            "ContinueUpdateRollback", CloudFormationOperations.ContinueUpdateRollback, request => request.StackName),
        On<DeleteStackRequest, DeleteStackResponse>("DeleteStack", CloudFormationOperations.DeleteStack, request => request.StackName),
        On<UpdateTerminationProtectionRequest, UpdateTerminationProtectionResponse>(
            "UpdateTerminationProtection", CloudFormationOperations.UpdateTerminationProtection, request => request.StackName),

        On<DescribeStacksRequest, DescribeStacksResponse>("DescribeStacks", CloudFormationOperations.DescribeStacks, request => request.StackName),
        On<ListStacksRequest, ListStacksResponse>("ListStacks", CloudFormationOperations.ListStacks, _ => null),
        On<DescribeStackEventsRequest, DescribeStackEventsResponse>(
            "DescribeStackEvents", CloudFormationOperations.DescribeStackEvents, request => request.StackName),
        On<DescribeStackResourceRequest, DescribeStackResourceResponse>(
            "DescribeStackResource", CloudFormationOperations.DescribeStackResource, request => request.StackName),
        On<DescribeStackResourcesRequest, DescribeStackResourcesResponse>(
            "DescribeStackResources", CloudFormationOperations.DescribeStackResources, request => request.StackName),
        On<ListStackResourcesRequest, ListStackResourcesResponse>(
            "ListStackResources", CloudFormationOperations.ListStackResources, request => request.StackName),
        On<ListExportsRequest, ListExportsResponse>("ListExports", CloudFormationOperations.ListExports, _ => null),

        On<GetTemplateRequest, GetTemplateResponse>("GetTemplate", CloudFormationOperations.GetTemplate, request => request.StackName),
        On<GetTemplateSummaryRequest, GetTemplateSummaryResponse>(
            "GetTemplateSummary", CloudFormationOperations.GetTemplateSummary, request => request.StackName),
        On<ValidateTemplateRequest, ValidateTemplateResponse>("ValidateTemplate", CloudFormationOperations.ValidateTemplate, _ => null),

        On<CreateChangeSetRequest, CreateChangeSetResponse>("CreateChangeSet", CloudFormationOperations.CreateChangeSet, request => request.StackName),
        On<DescribeChangeSetRequest, DescribeChangeSetResponse>(
            "DescribeChangeSet", CloudFormationOperations.DescribeChangeSet, request => request.StackName),
        On<DeleteChangeSetRequest, DeleteChangeSetResponse>("DeleteChangeSet", CloudFormationOperations.DeleteChangeSet, request => request.StackName),
        On<ListChangeSetsRequest, ListChangeSetsResponse>("ListChangeSets", CloudFormationOperations.ListChangeSets, request => request.StackName),
        On<ExecuteChangeSetRequest, ExecuteChangeSetResponse>("ExecuteChangeSet", CloudFormationOperations.ExecuteChangeSet, request => request.StackName),
    ])
    {
        Woken = StackEngine.Woken,
        Started = Bootstrapping.Started,
    };

    private static Operation On<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string?> stack) =>
        Operation.Of(name, method, (step, request) => Stacks.Arn(step, stack(request)));
}
