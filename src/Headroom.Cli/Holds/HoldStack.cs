using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;
using Headroom.Notifications.Contract;

namespace Headroom.Cli.Holds;

/// <summary>What a <c>CapacityHold</c> in a stack consists of, as CloudFormation lists it; whatever else the stack has is left aside.</summary>
/// <param name="TopicArn">The topic to notify; it may belong to another stack.</param>
/// <param name="StateMachineArn">The state machine that holds.</param>
/// <param name="HoldsTable">The DynamoDB table of running holds.</param>
/// <param name="NotifierFunction">The name of the Lambda function.</param>
internal sealed partial record HoldStack(string TopicArn, string StateMachineArn, string HoldsTable, string NotifierFunction)
{
    /// <summary>The one in a stack that has one.</summary>
    /// <exception cref="CommandFailure">There is no such stack, or not exactly one CapacityHold in it.</exception>
    internal static async Task<HoldStack> FindAsync(IAws aws, string stack, CancellationToken cancellation) => await FindAllAsync(aws, stack, cancellation) switch
    {
        [var only] => only,
        var holds => throw new CommandFailure(
            $"Stack {stack} has {holds.Count} CapacityHolds: say which by its topic, --topic-arn with one of {string.Join(", ", holds.Select(hold => hold.TopicArn))}."),
    };

    /// <summary>Finds all in a stack by its resources; at least one.</summary>
    /// <exception cref="CommandFailure">There is no such stack, or no CapacityHold in it.</exception>
    internal static async Task<IReadOnlyList<HoldStack>> FindAllAsync(IAws aws, string stack, CancellationToken cancellation)
    {
        var resources = await ResourcesAsync(aws, stack, cancellation);
        var holds = resources.Select(resource => StateMachineId().Match(resource.LogicalId)).Where(match => match.Success).Select(match => match.Groups["hold"].Value).ToList();
        return holds.Count > 0
            ? holds.ConvertAll(hold => Of(hold, stack, resources))
            : throw new CommandFailure($"Stack {stack} has no CapacityHold in it; name the stack that has with --stack.");
    }

    /// <summary>Publishes what the installation's Notifier will accept; says on standard error what nothing can be held of.</summary>
    /// <exception cref="CommandFailure">It would refuse it: nothing was published.</exception>
    internal async Task<Publication> PublishAsync(IAws aws, string message, CancellationToken cancellation)
    {
        var terms = await GrantedTerms.OfAsync(aws, NotifierFunction, cancellation);
        switch (NotificationContract.Read(message, await CloudTime.NowAsync(aws, cancellation), terms))
        {
            case Verdict.Refused refused:
                throw new CommandFailure($"Not published, because it would be refused. {refused.Line}.");
            case Verdict.Accepted { Notification: var notification } when await MissingTargets.WarningAsync(aws, notification, cancellation) is { } warning:
                await Console.Error.WriteLineAsync(warning);
                break;
            default:
                break;
        }

        return await Publication.SendAsync(aws, TopicArn, message, cancellation);
    }

    private static HoldStack Of(string hold, string stack, IReadOnlyList<StackResource> resources)
    {
        string Part(string type, string id) => resources.FirstOrDefault(resource => resource.Type == type && resource.LogicalId.StartsWith(hold + id, StringComparison.Ordinal))?.PhysicalId
            ?? throw new CommandFailure($"CapacityHold {hold} in stack {stack} has no {type}: was its deployment finished?");

        // A subscription's ARN is its topic's, and an id.
        var subscription = Part("AWS::SNS::Subscription", "NotifierFunction");
        return new(
            subscription[..subscription.LastIndexOf(':')],
            Part("AWS::StepFunctions::StateMachine", "ProtocolStateMachine"),
            Part("AWS::DynamoDB::Table", "Holds"),
            Part("AWS::Lambda::Function", "NotifierFunction"));
    }

    private static async Task<IReadOnlyList<StackResource>> ResourcesAsync(IAws aws, string stack, CancellationToken cancellation)
    {
        var resources = new List<StackResource>();
        try
        {
            await foreach (var page in aws.PagesAsync("cloudformation", "ListStackResources", new() { ["StackName"] = stack }, "NextToken", cancellation: cancellation))
            {
                resources.AddRange((page["StackResourceSummaries"]?.AsArray() ?? []).Select(StackResource.Read));
            }
        }
        catch (AwsRefusal refusal) when (refusal.Code == "ValidationError")
        {
            throw new CommandFailure($"There is no stack {stack} here ({refusal.Reason}). Deploy one (headroom deploy), or name yours with --stack.");
        }

        return resources;
    }

    /// <summary>A logical id of the CDK: the ids on the construct's path, then a hash of eight hexadecimal digits.</summary>
    [GeneratedRegex("^(?<hold>.*)ProtocolStateMachine[0-9A-F]{8}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex StateMachineId();

    private sealed record StackResource(string Type, string LogicalId, string PhysicalId)
    {
        internal static StackResource Read(JsonNode? resource) =>
            new((string)resource!["ResourceType"]!, (string)resource["LogicalResourceId"]!, (string?)resource["PhysicalResourceId"] ?? "");
    }
}
