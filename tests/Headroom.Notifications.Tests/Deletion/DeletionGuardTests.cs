using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Deletion;
using Headroom.Notifications.Delivery;
using Headroom.Notifications.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;
using static Headroom.Notifications.Tests.Deletion.GuardTexts;

namespace Headroom.Notifications.Tests.Deletion;

public sealed class DeletionGuardTests
{
    private const string None = """{"Items":[]}""";
    private const string TwoHolds = """{"Items":[{"target":{"S":"service/shop/checkout"},"holdUntil":{"S":"2026-01-01T13:00:00.000Z"}},{"target":{"S":"service/shop/search"},"holdUntil":{"S":"2026-01-01T13:00:00.000Z"}}]}""";
    private const string DeletingStack = "DELETE_IN_PROGRESS";
    private static readonly DeletionSettings Settings = new("holds", "arn:aws:states:us-east-1:123456789012:stateMachine:hold");
    private readonly FakeAws _aws = new();
    private readonly FakeTimeProvider _time = new(HandlerFixture.PublishedAt);
    private readonly List<(Uri Url, JsonNode Answer)> _put = [];

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    public async Task Whatever_is_no_deletion_is_agreed_to_without_a_look(string type)
    {
        var answer = await AskAsync(type);

        ((string?)answer["Status"]).ShouldBe("SUCCESS");
        _aws.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_goes_to_the_URL_and_names_what_it_answers()
    {
        var answer = await AskAsync("Create");

        _put.Single().Url.ShouldBe(new Uri(Url));
        answer.ToJsonString().ShouldBe("""{"Status":"SUCCESS","PhysicalResourceId":"Guard-of-holds","StackId":"arn:stack","RequestId":"r-1","LogicalResourceId":"Guard"}""");
    }

    [Fact]
    public async Task It_keeps_its_name()
    {
        Scanned("""{"Items":[]}""");

        ((string?)(await AskAsync("Delete", "given-before"))["PhysicalResourceId"]).ShouldBe("given-before");
    }

    [Fact]
    public async Task Where_nothing_is_held_the_stack_may_go()
    {
        Scanned("""{"Items":[],"Count":0}""");

        ((string?)(await AskAsync("Delete"))["Status"]).ShouldBe("SUCCESS");

        _aws.Of("Scan").Single().Request.ToJsonString().ShouldBe("""{"TableName":"holds","ConsistentRead":true}""");
    }

    [Fact]
    public async Task Where_something_is_held_it_says_what_and_what_to_do()
    {
        Scanned("""{"Items":[{"target":{"S":"service/shop/checkout"},"holdUntil":{"S":"2026-01-01T13:00:00.000Z"},"wanted":{"N":"5"}}]}""");

        var answer = await AskAsync("Delete");

        ((string?)answer["Status"]).ShouldBe("FAILED");
        ((string?)answer["Reason"]).ShouldBe(
            "Capacity is held for service/shop/checkout until 2026-01-01T13:00:00.000Z. Without this stack nobody would resume its scale-in. " +
            "Wait for the end, or publish {\"action\":\"release\"}, and delete the stack again.");
    }

    [Fact]
    public async Task A_thousand_holds_on_several_pages_are_said_in_few_words()
    {
        var items = string.Join(',', Enumerable.Range(0, 500).Select(n => Item($"service/{new string('c', 200)}/s{n}")));
        _aws.Answer = call => Reply(
            call,
            call.Request["ExclusiveStartKey"] is null
                ? "{\"Items\":[" + items + "],\"LastEvaluatedKey\":{\"target\":{\"S\":\"service/a/b\"}}}"
                : "{\"Items\":[" + items + "]}",
            DeletingStack);

        var answer = await AskAsync("Delete");

        ((string)answer["Reason"]!).ShouldContain(" and 990 more. ");
        answer.ToJsonString().Length.ShouldBeLessThan(4096);
        _aws.Calls[1].Request["ExclusiveStartKey"]!.ToJsonString().ShouldBe("""{"target":{"S":"service/a/b"}}""");
    }

    [Fact]
    public async Task A_table_that_is_gone_holds_nothing()
    {
        _aws.Answer = call => call.Operation == "Scan" ? new AwsReply.Failed(400, "ResourceNotFoundException", "Requested resource not found") : Reply(call, None, DeletingStack);

        ((string?)(await AskAsync("Delete"))["Status"]).ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task Where_something_is_planned_it_says_what_and_what_to_do()
    {
        Planned();

        var answer = await AskAsync("Delete");

        ((string?)answer["Status"]).ShouldBe("FAILED");
        ((string?)answer["Reason"]).ShouldBe(
            "Capacity is planned for service/shop/checkout from 2026-01-01T18:00:00.000Z. Without this stack nothing would be held then. " +
            "Stop the executions that wait (headroom status lists them), or wait for the end, and delete the stack again.");
    }

    [Fact]
    public async Task An_update_drops_what_is_planned()
    {
        Planned("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");

        ((string?)(await AskAsync("Delete"))["Status"]).ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData("ListExecutions", "Whether a notification still waits is not known (AccessDeniedException: not authorized). Delete the stack again.")]
    [InlineData("DescribeExecution", "Whether arn:sweep waits for its start is not known (AccessDeniedException: not authorized). Delete the stack again.")]
    public async Task While_it_is_not_known_what_is_planned_the_stack_stays(string operation, string reason)
    {
        Planned();
        var answer = _aws.Answer;
        _aws.Answer = call => call.Operation == operation ? new AwsReply.Failed(400, "AccessDeniedException", "not authorized") : answer(call);

        ((string?)(await AskAsync("Delete"))["Reason"]).ShouldBe(reason);
    }

    [Theory]
    [InlineData("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")]
    [InlineData("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")]
    public async Task What_an_update_takes_out_of_its_stack_is_released_first(string status)
    {
        _aws.Answer = call => Reply(call, _aws.Of("StartExecution").Count() == 2 && _aws.Of("Scan").Count() > 3 ? None : TwoHolds, status);

        ((string?)(await AskAsync("Delete"))["Status"]).ShouldBe("SUCCESS");

        _aws.Inputs.Select(input => $"{input["action"]} {input["target"]} {input["cluster"]} {input["service"]} {input["notificationId"]}")
            .ShouldBe(["release service/shop/checkout shop checkout r-1", "release service/shop/search shop search r-1"]);
        _aws.Inputs.ShouldAllBe(input => ((string)input["publishedAt"]!).StartsWith("2026-01-01T12:00:0"));
        _aws.Of("StartExecution").ShouldAllBe(call => (string?)call.Request["stateMachineArn"] == Settings.StateMachineArn);
        _aws.Calls.Last(call => call.Operation is "Scan" or "StartExecution").Operation.ShouldBe("Scan");
    }

    [Fact]
    public async Task What_a_notification_holds_anew_meanwhile_is_released_too()
    {
        _aws.Answer = call => Reply(
            call,
            _aws.Of("StartExecution").Count() switch
            {
                0 or 1 when _aws.Of("Scan").Count() < 3 => Held("2026-01-01T11:59:00.000Z"),
                0 or 1 => Held("2026-01-01T12:00:05.000Z"),
                _ => None,
            },
            "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");

        ((string?)(await AskAsync("Delete"))["Status"]).ShouldBe("SUCCESS");

        _aws.Inputs.Select(input => (string?)input["notificationId"]).ShouldBe(["r-1", "r-1-2"]);
        ((string?)_aws.Inputs.Last()["publishedAt"]).ShouldBe("2026-01-01T12:00:05.000Z");
    }

    [Theory]
    [InlineData("2026-01-01T11:59:00.000Z", "2026-01-01T12:00:00.000Z")]
    [InlineData("2026-01-01T12:00:02.000Z", "2026-01-01T12:00:02.000Z")]
    public async Task Its_release_is_never_older_than_the_hold_whosever_clock_is_behind(string published, string released)
    {
        _aws.Answer = call => Reply(call, _aws.Of("Scan").Count() > 1 ? None : Held(published), "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");

        await AskAsync("Delete");

        ((string?)_aws.Inputs.Single()["publishedAt"]).ShouldBe(released);
    }

    [Fact]
    public async Task A_release_that_an_earlier_attempt_started_is_waited_for()
    {
        _aws.Answer = call => call.Operation == "StartExecution"
            ? new AwsReply.Failed(400, "ExecutionAlreadyExists", "it is there")
            : Reply(call, _aws.Of("Scan").Count() > 2 ? None : TwoHolds, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");

        ((string?)(await AskAsync("Delete"))["Status"]).ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task A_release_that_does_not_end_in_time_is_an_objection_for_CloudFormation_to_ask_again()
    {
        Scanned(TwoHolds, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");

        var answer = await AskAsync("Delete");

        ((string?)answer["Status"]).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldEndWith("Without this stack's CapacityHold nobody resumes its scale-in.");
    }

    [Fact]
    public async Task A_release_that_cannot_be_started_is_said_with_the_reason()
    {
        _aws.Answer = call => call.Operation == "StartExecution"
            ? new AwsReply.Failed(400, "AccessDeniedException", "not authorized")
            : Reply(call, TwoHolds, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");

        ((string)(await AskAsync("Delete"))["Reason"]!).ShouldContain("Its release could not be started (AccessDeniedException: not authorized).");
    }

    [Fact]
    public async Task A_release_that_cannot_be_started_at_first_is_started_later()
    {
        _aws.Answer = call => call.Operation switch
        {
            "StartExecution" when _aws.Of("StartExecution").Count() < 4 => new AwsReply.Failed(400, "AccessDeniedException", "not authorized"),
            "Scan" when _aws.Of("StartExecution").Count() > 4 => new AwsReply.Answered(None),
            _ => Reply(call, TwoHolds, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS"),
        };

        ((string?)(await AskAsync("Delete"))["Status"]).ShouldBe("SUCCESS");

        _aws.Inputs.ShouldAllBe(input => (string?)input["notificationId"] == "r-1");
    }

    [Fact]
    public async Task While_it_is_not_known_what_becomes_of_the_stack_a_hold_goes_on()
    {
        _aws.Answer = call => call.Operation == "DescribeStacks" ? new AwsReply.Failed(403, "AccessDenied", "not authorized") : Reply(call, TwoHolds, "");

        var answer = await AskAsync("Delete");

        ((string?)answer["Status"]).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldContain("What becomes of the stack cannot be read (AccessDenied: not authorized).");
        _aws.Of("StartExecution").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_keeps_the_stack()
    {
        _aws.Answer = call => Reply(call, "", DeletingStack) is { } reply && call.Operation == "DescribeStacks"
            ? reply
            : new AwsReply.Failed(400, "AccessDeniedException", "not authorized");

        var answer = await AskAsync("Delete");

        ((string?)answer["Status"]).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldStartWith("The holds' table holds cannot be read (AccessDeniedException: not authorized)");
    }

    [Fact]
    public async Task When_no_notification_can_come_any_longer_the_last_ones_get_time_to_become_holds()
    {
        _aws.Answer = call => Reply(call, _time.GetUtcNow() < HandlerFixture.PublishedAt.AddSeconds(15) ? None : TwoHolds, DeletingStack);

        var answer = await AskAsync("Delete", settleSeconds: "15");

        ((string?)answer["Status"]).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldEndWith("Wait for the end (a published release does not arrive any longer), and delete the stack again.");
    }

    [Fact]
    public async Task Then_it_stops_what_still_waits_lest_it_begin_a_hold_and_looks_again()
    {
        _aws.Answer = call => call.Operation switch
        {
            "ListExecutions" when _aws.Of("Scan").Count() > 1 => new AwsReply.Answered("""{"executions":[]}"""),
            "ListExecutions" when call.Request["nextToken"] is null => new AwsReply.Answered("""{"executions":[{"executionArn":"arn:one"}],"nextToken":"more"}"""),
            "ListExecutions" => new AwsReply.Answered("""{"executions":[{"executionArn":"arn:two"}]}"""),
            "StopExecution" => new AwsReply.Answered("{}"),
            _ => Reply(call, None, DeletingStack),
        };

        ((string?)(await AskAsync("Delete", settleSeconds: "15"))["Status"]).ShouldBe("SUCCESS");

        _aws.Of("StopExecution").Select(call => (string?)call.Request["executionArn"]).ShouldBe(["arn:one", "arn:two"]);
        _aws.Of("ListExecutions").ShouldAllBe(call => (string?)call.Request["statusFilter"] == "RUNNING" && (string?)call.Request["stateMachineArn"] == Settings.StateMachineArn);
        _aws.Of("Scan").Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_stopped_keeps_the_rest_of_the_stack()
    {
        _aws.Answer = call => call.Operation switch
        {
            "ListExecutions" => new AwsReply.Answered("""{"executions":[{"executionArn":"arn:one"}]}"""),
            "StopExecution" => new AwsReply.Failed(400, "AccessDeniedException", "not authorized"),
            _ => Reply(call, None, DeletingStack),
        };

        ((string?)(await AskAsync("Delete", settleSeconds: "15"))["Reason"]).ShouldBe("arn:one cannot be stopped (AccessDeniedException: not authorized). Delete again.");
    }

    [Fact]
    public async Task Without_its_state_machine_nothing_can_wait()
    {
        _aws.Answer = call => call.Operation == "ListExecutions" ? new AwsReply.Failed(400, "StateMachineDoesNotExist", "gone") : Reply(call, None, DeletingStack);

        ((string?)(await AskAsync("Delete", settleSeconds: "15"))["Status"]).ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task Throttling_is_waited_out()
    {
        _aws.Answer = call => _aws.Calls.Length < 3 ? new AwsReply.Failed(400, "ThrottlingException", "slow down") : Reply(call, None, DeletingStack);

        ((string?)(await AskAsync("Delete"))["Status"]).ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task An_answer_that_cannot_be_put_fails_the_invocation_so_that_Lambda_tries_again()
    {
        var guard = new DeletionGuard(Settings, _aws, (_, _) => throw new HttpRequestException("unreachable"), _time, () => 0.5);

        await Should.ThrowAsync<HttpRequestException>(() => guard.HandleAsync(Event("Create", null), _time.GetUtcNow().AddSeconds(30)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task What_CloudFormation_did_not_send_is_an_error(string payload)
    {
        var guard = new DeletionGuard(Settings, _aws, (_, _) => Task.CompletedTask, _time, () => 0.5);

        await Should.ThrowAsync<JsonException>(() => guard.HandleAsync(Encoding.UTF8.GetBytes(payload), _time.GetUtcNow().AddSeconds(30)));
    }

    [Fact]
    public void Without_its_settings_it_does_not_start() =>
        Should.Throw<InvalidSettingException>(() => DeletionSettings.Read(_ => null)).Message.ShouldContain("HEADROOM_HOLDS_TABLE");

    // Beside the one that waits for its start: a sweep, one that waits for its turn, one whose description is not there yet.
    private void Planned(string stack = DeletingStack) => _aws.Answer = call => call.Operation switch
    {
        "ListExecutions" when call.Request["nextToken"] is null => new AwsReply.Answered("""{"executions":[{"executionArn":"arn:sweep"},{"executionArn":"arn:soon"}],"nextToken":"more"}"""),
        "ListExecutions" => new AwsReply.Answered("""{"executions":[{"executionArn":"arn:new"},{"executionArn":"arn:late"}]}"""),
        "DescribeExecution" => (string?)call.Request["executionArn"] switch
        {
            "arn:sweep" => Described(new JsonObject { ["action"] = "sweep" }),
            "arn:soon" => Described(Input("2026-01-01T11:59:00.000Z")),
            "arn:late" => Described(Input("2026-01-01T18:00:00.000Z")),
            _ => new AwsReply.Failed(400, "ExecutionDoesNotExist", "not there yet"),
        },
        _ => Reply(call, None, stack),
    };

    private void Scanned(string answer, string stack = DeletingStack) => _aws.Answer = call => Reply(call, answer, stack);

    private static AwsReply.Answered? Reply(AwsCall call, string scanned, string stack) => call.Operation switch
    {
        "Scan" => new AwsReply.Answered(scanned),
        "ListExecutions" => new AwsReply.Answered("""{"executions":[]}"""),
        "DescribeStacks" => new AwsReply.Answered(new JsonObject { ["Stacks"] = new JsonArray(new JsonObject { ["StackStatus"] = stack }) }.ToJsonString()),
        _ => null,
    };

    private Task<JsonNode> AskAsync(string type, string? physicalId = null, string? settleSeconds = null) => Task.Run(async () =>
    {
        var guard = new DeletionGuard(Settings, _aws, PutAsync, _time, () => 0.5);
        var deadline = _time.GetUtcNow().AddSeconds(30);
        var handling = guard.HandleAsync(Event(type, physicalId, settleSeconds), deadline);
        while (!handling.IsCompleted && _time.GetUtcNow() < deadline)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        await handling.WaitAsync(TimeSpan.FromSeconds(30));
        return _put.Single().Answer;
    });

    private Task PutAsync(Uri url, byte[] answer)
    {
        _put.Add((url, JsonNode.Parse(answer)!));
        return Task.CompletedTask;
    }
}
