using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>Versions of state machines, and their aliases.</summary>
internal static partial class StepFunctionsOperations
{
    private const int WeightOfAll = 100;

    /// <summary>The revision that was published last is published again as the version it is.</summary>
    public static Outcome<PublishStateMachineVersionResponse> PublishStateMachineVersion(Step step, PublishStateMachineVersionRequest request)
    {
        if (StateMachines.Find(step, request.StateMachineArn, out var refusal) is not { } machine)
        {
            return refusal;
        }

        if (request.RevisionId is { } revision && revision != (machine.Revision.Id ?? "INITIAL"))
        {
            return new Refusal("ConflictException", $"Failed to publish the State Machine version for revision {revision}. The current State Machine revision is {machine.Revision.Id ?? "INITIAL"}.");
        }

        var version = StateMachines.Publish(step, machine, request.Description);
        return new PublishStateMachineVersionResponse { StateMachineVersionArn = version.Arn, CreationDate = version.CreatedAt };
    }

    public static Outcome<ListStateMachineVersionsResponse> ListStateMachineVersions(Step step, ListStateMachineVersionsRequest request)
    {
        if (StateMachines.Find(step, request.StateMachineArn, out var refusal) is not { } machine)
        {
            return refusal;
        }

        var all = step.Table(StepFunctionsState.Versions).WithPrefix(machine.Arn + ':').OrderByDescending(version => version.Number);
        var page = Page.Of(all, version => version.Arn, request.NextToken, Pages.Size(request.MaxResults));
        return new ListStateMachineVersionsResponse
        {
            StateMachineVersions = [.. page.Items.Select(version => new StateMachineVersionListItem { StateMachineVersionArn = version.Arn, CreationDate = version.CreatedAt })],
            NextToken = page.NextToken,
        };
    }

    public static Outcome<DeleteStateMachineVersionResponse> DeleteStateMachineVersion(Step step, DeleteStateMachineVersionRequest request)
    {
        var aliases = step.Table(StepFunctionsState.Aliases).All
            .Where(alias => alias.Routing.Any(route => route.StateMachineVersionArn == request.StateMachineVersionArn))
            .Select(alias => alias.Name)
            .ToList();
        if (aliases.Count > 0)
        {
            return new Refusal("ConflictException", $"Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [{string.Join(", ", aliases)}]");
        }

        step.Table(StepFunctionsState.Versions).Remove(request.StateMachineVersionArn);
        return new DeleteStateMachineVersionResponse();
    }

    public static Outcome<CreateStateMachineAliasResponse> CreateStateMachineAlias(Step step, CreateStateMachineAliasRequest request)
    {
        if ((Names.Refuse(request.Name) ?? RefuseRouting(step, request.RoutingConfiguration)) is { } refusal)
        {
            return refusal;
        }

        var machineArn = Arns.Unqualified(request.RoutingConfiguration[0].StateMachineVersionArn);
        var arn = $"{machineArn}:{request.Name}";
        if (step.Table(StepFunctionsState.Aliases).Find(arn) is { } existing)
        {
            return existing.Description == request.Description && existing.Routing.SequenceEqual(request.RoutingConfiguration)
                ? new CreateStateMachineAliasResponse { StateMachineAliasArn = arn, CreationDate = existing.CreatedAt }
                : new Refusal("ConflictException", "Failed to create alias because an alias with the same name and a different routing configuration already exists.");
        }

        step.Table(StepFunctionsState.Aliases).Put(arn, new(arn, machineArn, request.Name, request.Description, request.RoutingConfiguration, step.Now, step.Now));
        return new CreateStateMachineAliasResponse { StateMachineAliasArn = arn, CreationDate = step.Now };
    }

    public static Outcome<UpdateStateMachineAliasResponse> UpdateStateMachineAlias(Step step, UpdateStateMachineAliasRequest request)
    {
        if (FindAlias(step, request.StateMachineAliasArn, out var missing) is not { } alias)
        {
            return missing;
        }

        if (request is { Description: null, RoutingConfiguration: null })
        {
            return new Refusal("ValidationException", "Either the description or the RoutingConfiguration must be specified");
        }

        if (request.RoutingConfiguration is { } routing && RefuseRouting(step, routing) is { } refusal)
        {
            return refusal;
        }

        step.Table(StepFunctionsState.Aliases).Put(alias.Arn, alias with
        {
            Description = request.Description ?? alias.Description, Routing = request.RoutingConfiguration ?? alias.Routing, UpdatedAt = step.Now,
        });
        return new UpdateStateMachineAliasResponse { UpdateDate = step.Now };
    }

    public static Outcome<DescribeStateMachineAliasResponse> DescribeStateMachineAlias(Step step, DescribeStateMachineAliasRequest request) =>
        FindAlias(step, request.StateMachineAliasArn, out var missing) is { } alias
            ? new DescribeStateMachineAliasResponse
            {
                StateMachineAliasArn = alias.Arn,
                Name = alias.Name,
                Description = alias.Description,
                RoutingConfiguration = alias.Routing,
                CreationDate = alias.CreatedAt,
                UpdateDate = alias.UpdatedAt,
            }
            : missing;

    public static Outcome<ListStateMachineAliasesResponse> ListStateMachineAliases(Step step, ListStateMachineAliasesRequest request)
    {
        if (StateMachines.Find(step, Arns.Unqualified(request.StateMachineArn), out var refusal) is not { } machine)
        {
            return refusal;
        }

        var all = step.Table(StepFunctionsState.Aliases).WithPrefix(machine.Arn + ':')
            .Where(alias => !Arns.IsQualified(request.StateMachineArn) || alias.Routing.Any(route => route.StateMachineVersionArn == request.StateMachineArn));
        var page = Page.Of(all, alias => alias.Arn, request.NextToken, Pages.Size(request.MaxResults));
        return new ListStateMachineAliasesResponse
        {
            StateMachineAliases = [.. page.Items.Select(alias => new StateMachineAliasListItem { StateMachineAliasArn = alias.Arn, CreationDate = alias.CreatedAt })],
            NextToken = page.NextToken,
        };
    }

    public static Outcome<DeleteStateMachineAliasResponse> DeleteStateMachineAlias(Step step, DeleteStateMachineAliasRequest request)
    {
        if (FindAlias(step, request.StateMachineAliasArn, out var missing) is not { } alias)
        {
            return missing;
        }

        step.Table(StepFunctionsState.Aliases).Remove(alias.Arn);
        return new DeleteStateMachineAliasResponse();
    }

    private static StateMachineAlias? FindAlias(Step step, string arn, out Refusal missing)
    {
        missing = Arns.Refuse(arn, "stateMachine") ?? new("ResourceNotFound", $"Request references a resource that does not exist: {arn}");
        return step.Table(StepFunctionsState.Aliases).Find(arn);
    }

    private static Refusal? RefuseRouting(Step step, IReadOnlyList<RoutingConfigurationListItem> routing)
    {
        if (routing.Sum(route => route.Weight) != WeightOfAll)
        {
            return new("ValidationException", $"Sum of routing configuration weights must equal 100. Received: {routing.Sum(route => route.Weight)}");
        }

        if (routing.Select(route => Arns.Unqualified(route.StateMachineVersionArn)).Distinct().Count() > 1)
        {
            return new("ValidationException", "Routing configuration must contain versions of the same state machine");
        }

        return routing.FirstOrDefault(route => step.Table(StepFunctionsState.Versions).Find(route.StateMachineVersionArn) is null) is { } unknown
            ? new("ResourceNotFound", $"Request references a resource that does not exist: {unknown.StateMachineVersionArn}")
            : null;
    }
}
