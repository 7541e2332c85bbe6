using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;
using Headroom.Cli.Output;

namespace Headroom.Cli.Tests.Verbs;

/// <summary>A stack of a user's own has more in it than a CapacityHold.</summary>
public sealed class HoldStackTests
{
    private static readonly string[] Hold =
    [
        "PushHoldProtocolStateMachine02B3CD9D AWS::StepFunctions::StateMachine arn:hold-machine",
        "PushHoldHoldsE3285F63 AWS::DynamoDB::Table holds",
        "PushHoldNotifierFunction374EF641 AWS::Lambda::Function notifier",
        "PushHoldNotifierFunctionNews6B0110E2 AWS::SNS::Subscription arn:aws:sns:us-east-1:123456789012:news:11111111-2222-3333-4444-555555555555",
    ];

    [Fact]
    public async Task A_hold_is_found_among_other_topics_tables_and_state_machines()
    {
        var stack = new Stack(
        [
            "Orders0123ABCD AWS::DynamoDB::Table orders", "News0123ABCD AWS::SNS::Topic arn:aws:sns:us-east-1:123456789012:news", .. Hold,
            "Audit0123ABCD AWS::SNS::Topic arn:aws:sns:us-east-1:123456789012:audit", "Nightly0123ABCD AWS::StepFunctions::StateMachine arn:nightly",
        ]);

        var found = await HoldStack.FindAsync(stack, "shop", CancellationToken.None);

        found.ShouldBe(new("arn:aws:sns:us-east-1:123456789012:news", "arn:hold-machine", "holds", "notifier"));
    }

    [Fact]
    public async Task A_stack_without_a_hold_is_said_to_have_none()
    {
        var stack = new Stack(["Orders0123ABCD AWS::DynamoDB::Table orders", "Nightly0123ABCD AWS::StepFunctions::StateMachine arn:nightly"]);

        (await Should.ThrowAsync<CommandFailure>(HoldStack.FindAsync(stack, "shop", CancellationToken.None))).Message.ShouldContain("Stack shop has no CapacityHold in it");
    }

    [Fact]
    public async Task Of_two_holds_in_a_stack_one_is_notified_by_its_topic_and_both_are_shown()
    {
        var stack = new Stack([.. Hold, .. Hold.Select(part => part.Replace("PushHold", "MailHold", StringComparison.Ordinal).Replace(":news", ":mails", StringComparison.Ordinal))]);

        (await HoldStack.FindAllAsync(stack, "shop", CancellationToken.None)).Select(hold => hold.TopicArn)
            .ShouldBe(["arn:aws:sns:us-east-1:123456789012:news", "arn:aws:sns:us-east-1:123456789012:mails"]);
        (await Should.ThrowAsync<CommandFailure>(HoldStack.FindAsync(stack, "shop", CancellationToken.None))).Message
            .ShouldContain("--topic-arn with one of arn:aws:sns:us-east-1:123456789012:news, arn:aws:sns:us-east-1:123456789012:mails");
    }

    /// <summary>CloudFormation with one stack, listed one resource a page.</summary>
    private sealed class Stack(string[] resources) : IAws
    {
        public string Region => "us-east-1";

        public Uri? Endpoint => null;

        public Task<JsonObject> CallAsync(string service, string operation, JsonObject request, CancellationToken cancellation)
        {
            operation.ShouldBe("ListStackResources");
            var page = int.Parse((string?)request["NextToken"] ?? "0", CultureInfo.InvariantCulture);
            var parts = resources[page].Split(' ');
            var resource = new JsonObject { ["LogicalResourceId"] = parts[0], ["ResourceType"] = parts[1], ["PhysicalResourceId"] = parts[2] };
            var answer = new JsonObject { ["StackResourceSummaries"] = new JsonArray(resource) };
            if (page + 1 < resources.Length)
            {
                answer["NextToken"] = (page + 1).ToString(CultureInfo.InvariantCulture);
            }

            return Task.FromResult(answer);
        }
    }
}
