using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>What stacks are and what happened to them.</summary>
internal static partial class CloudFormationOperations
{
    private const int EventsPerPage = 100;

    internal static Outcome<DescribeStacksResponse> DescribeStacks(Step step, DescribeStacksRequest request)
    {
        if (request.StackName is null)
        {
            return new DescribeStacksResponse
            {
                Stacks = step.Table(CloudFormationState.Stacks).All.Where(stack => !stack.IsDeleted).Select(stack => StackForm.Of(step, stack)).ToList(),
            };
        }

        return Stacks.Find(step, request.StackName) is { } found
            ? new DescribeStacksResponse { Stacks = [StackForm.Of(step, found)] }
            : Stacks.DoesNotExist(request.StackName);
    }

    internal static Outcome<ListStacksResponse> ListStacks(Step step, ListStacksRequest request) => new ListStacksResponse
    {
        StackSummaries = step.Table(CloudFormationState.Stacks).All
            .Where(stack => request.StackStatusFilter is not { Count: > 0 } wanted || wanted.Contains(stack.Status))
            .OrderByDescending(stack => stack.CreationTime)
            .Select(stack => StackForm.Summary(step, stack))
            .ToList(),
    };

    /// <summary>Newest first; the next token is the number of the oldest event shown.</summary>
    internal static Outcome<DescribeStackEventsResponse> DescribeStackEvents(Step step, DescribeStackEventsRequest request)
    {
        if (Stacks.Find(step, request.StackName) is not { } stack)
        {
            return Missing(request.StackName);
        }

        var end = request.NextToken is { } token && int.TryParse(token, out var number) ? number : stack.EventCount;
        var start = Math.Max(0, end - EventsPerPage);
        return new DescribeStackEventsResponse
        {
            StackEvents = Enumerable.Range(start, end - start).Reverse()
                .Select(index => step.Table(CloudFormationState.Events).Get($"{stack.StackId}\n{index:D8}"))
                .ToList(),
            NextToken = start > 0 ? $"{start}" : null,
        };
    }

    internal static Outcome<DescribeStackResourceResponse> DescribeStackResource(Step step, DescribeStackResourceRequest request) =>
        Stacks.Find(step, request.StackName) is not { } stack ? Stacks.DoesNotExist(request.StackName)
        : Shown(step, stack).FirstOrDefault(resource => resource.LogicalId == request.LogicalResourceId) is { } found
            ? new DescribeStackResourceResponse { StackResourceDetail = StackForm.Detail(stack, found) }
            : NoSuchResource(request.LogicalResourceId, stack);

    internal static Outcome<DescribeStackResourcesResponse> DescribeStackResources(Step step, DescribeStackResourcesRequest request)
    {
        var stack = (request.StackName, request.PhysicalResourceId) switch
        {
            ({ } name, _) => Stacks.Find(step, name),
            (_, { } physicalId) => Owner(step, physicalId),
            _ => null,
        };
        if (stack is null)
        {
            return request.StackName is { } missing
                ? Stacks.DoesNotExist(missing)
                : new Refusal("ValidationError", $"Stack for {request.PhysicalResourceId ?? "null"} does not exist");
        }

        var resources = Shown(step, stack).Where(resource => request.LogicalResourceId is null || resource.LogicalId == request.LogicalResourceId).ToList();
        return request.LogicalResourceId is { } id && resources.Count == 0
            ? NoSuchResource(id, stack)
            : new DescribeStackResourcesResponse { StackResources = resources.Select(resource => StackForm.Resource(stack, resource)).ToList() };
    }

    internal static Outcome<ListStackResourcesResponse> ListStackResources(Step step, ListStackResourcesRequest request) =>
        Stacks.Find(step, request.StackName) is { } stack
            ? new ListStackResourcesResponse { StackResourceSummaries = Shown(step, stack).Select(StackForm.Summary).ToList() }
            : Stacks.DoesNotExist(request.StackName);

    internal static Outcome<ListExportsResponse> ListExports(Step step, ListExportsRequest request) =>
        new ListExportsResponse { Exports = Stacks.Exports(step).OrderBy(export => export.Name, StringComparer.Ordinal).ToList() };

    // What an update removed is no longer listed; what a rollback or delete removed is.
    private static IEnumerable<StackResourceRecord> Shown(Step step, StackRecord stack)
    {
        var declared = CloudFormationState.TemplateOf(step, stack.Version).Resources;
        return Stacks.Resources(step, stack.StackId)
            .Where(resource => !resource.IsSuperseded && (!resource.IsGone || declared.ContainsKey(resource.LogicalId)));
    }

    private static StackRecord? Owner(Step step, string physicalId) => step.Table(CloudFormationState.Stacks).All
        .FirstOrDefault(stack => Stacks.Current(step, stack.StackId).Any(resource => resource.PhysicalId == physicalId));

    private static Refusal NoSuchResource(string logicalId, StackRecord stack) =>
        new("ValidationError", $"Resource {logicalId} does not exist for stack {stack.StackName}");
}
