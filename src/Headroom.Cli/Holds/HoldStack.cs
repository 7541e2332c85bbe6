using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;

namespace Headroom.Cli.Holds;

/// <summary>What a stack with a <c>CapacityHold</c> consists of, as CloudFormation lists it.</summary>
/// <param name="TopicArn">The topic to notify.</param>
/// <param name="StateMachineArn">The state machine that holds.</param>
/// <param name="HoldsTable">The DynamoDB table of running holds.</param>
internal sealed record HoldStack(string TopicArn, string StateMachineArn, string HoldsTable)
{
    /// <summary>Finds it by the stack's resources.</summary>
    /// <exception cref="CommandFailure">There is no such stack, or no CapacityHold in it.</exception>
    internal static async Task<HoldStack> FindAsync(IAws aws, string stack, CancellationToken cancellation)
    {
        JsonArray resources;
        try
        {
            var answer = await aws.CallAsync("cloudformation", "DescribeStackResources", new() { ["StackName"] = stack }, cancellation);
            resources = answer["StackResources"]?.AsArray() ?? [];
        }
        catch (AwsRefusal refusal) when (refusal.Code == "ValidationError")
        {
            throw new CommandFailure($"There is no stack {stack} here ({refusal.Reason}). Deploy one (headroom deploy), or name yours with --stack.");
        }

        return new(
            Single(resources, "AWS::SNS::Topic", stack),
            Single(resources, "AWS::StepFunctions::StateMachine", stack),
            Single(resources, "AWS::DynamoDB::Table", stack));
    }

    private static string Single(JsonArray resources, string type, string stack)
    {
        var found = resources.Where(resource => (string?)resource!["ResourceType"] == type).Select(resource => (string)resource!["PhysicalResourceId"]!).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new CommandFailure($"Stack {stack} has no {type}: is there a CapacityHold in it?"),
            _ => throw new CommandFailure($"Stack {stack} has {found.Count} resources of type {type}; name the right ones with --topic-arn."),
        };
    }
}
