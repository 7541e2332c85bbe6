using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Contract;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Tests.Delivery;

public sealed class AcceptedNotificationTests
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HandlerFixture fixture = new();

    [Fact]
    public async Task It_starts_one_execution_for_each_covered_service()
    {
        var response = await fixture.PublishAsync("hello!");

        response.ToJsonString().ShouldBe("""{"accepted":1,"refused":0,"executions":2}""");
        fixture.Aws.Calls.ShouldAllBe(call => call.Service == "states" && call.Operation == "StartExecution");
        fixture.Aws.Calls.ShouldAllBe(call => (string)call.Request["stateMachineArn"]! == fixture.Settings.StateMachineArn);
        string[] names = [$"checkout-{HandlerFixture.MessageId}-3d7128750af5efbf", $"search-{HandlerFixture.MessageId}-123282a6a3ebc45c"];
        fixture.Aws.Calls.Select(call => (string)call.Request["name"]!).ShouldBe(names, ignoreOrder: true);
    }

    [Fact]
    public async Task The_execution_is_told_everything()
    {
        await fixture.PublishAsync(
            """
            {"services":["shop/search"],"holdFor":"PT15M","capacity":4,"startAt":"2026-01-01T18:00:00Z","reason":"\"Sale\" ⚽"}
            """);

        fixture.Aws.Inputs.ShouldHaveSingleItem().ToJsonString(Readable).ShouldBe(
            """
            {
              "target": "service/shop/search",
              "cluster": "shop",
              "service": "search",
              "action": "hold",
              "wanted": 4,
              "holdUntil": "2026-01-01T18:15:00.000Z",
              "startAt": "2026-01-01T18:00:00.000Z",
              "reason": "\"Sale\" ⚽",
              "notificationId": "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
              "publishedAt": "2026-01-01T12:00:00.000Z"
            }
            """);
    }

    [Fact]
    public async Task It_is_logged_and_counted_once()
    {
        await fixture.PublishAsync("""{"services":["shop/search"]}""");

        fixture.Log.First().ToJsonString().ShouldBe(
            """{"timestamp":"2026-01-01T12:00:01.000Z","level":"INFO","message":"Execution started",""" +
            $"\"messageId\":\"{HandlerFixture.MessageId}\",\"target\":\"service/shop/search\"," +
            $"\"executionArn\":\"arn:search-{HandlerFixture.MessageId}-123282a6a3ebc45c\"}}");
        fixture.Log.Last().ToJsonString().ShouldBe(
            """{"_aws":{"Timestamp":1767268801000,"CloudWatchMetrics":[{"Namespace":"Headroom","Dimensions":[["FunctionName"]],"Metrics":[""" +
            """{"Name":"Accepted","Unit":"Count"},{"Name":"Refused","Unit":"Count"},{"Name":"Late","Unit":"Count"}]}]},""" +
            $$"""
            "FunctionName":"notifier","Accepted":1,"Refused":0,"Late":0,"MessageId":"{{HandlerFixture.MessageId}}"}
            """);
    }

    [Theory]
    [InlineData("2026-01-01T12:04:59.999Z", "1,0,0")]
    [InlineData("2026-01-01T12:05:00.000Z", "1,0,1")]
    [InlineData("2026-01-01T18:00:00.000Z", "1,0,1")]
    public async Task Delivered_after_its_hold_was_over_it_still_starts_an_execution_and_counts_as_late(string arrival, string metrics)
    {
        Instant.TryParse(arrival, out var now).ShouldBeTrue();
        fixture.Time.SetUtcNow(now);

        await fixture.PublishAsync("hello!");

        fixture.Metrics.ShouldBe([metrics]);
        fixture.Aws.Inputs.Select(input => (string)input["holdUntil"]!).ShouldBe(["2026-01-01T12:05:00.000Z", "2026-01-01T12:05:00.000Z"]);
    }

    [Fact]
    public async Task A_second_delivery_finds_its_executions_there_and_is_content()
    {
        fixture.Aws.Answer = _ => new AwsReply.Failed(400, "ExecutionAlreadyExists", "Execution Already Exists: 'arn'");

        (await fixture.PublishAsync("hello!"))["executions"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_percentage_becomes_a_task_count_of_each_services_own_maximum()
    {
        fixture.Aws.MaxCapacities = ImmutableDictionary<string, int>.Empty
            .Add("service/shop/checkout", 40)
            .Add("service/shop/search", 7);

        await fixture.PublishAsync("""{"capacity":"80%"}""");

        fixture.Aws.Of("DescribeScalableTargets").ShouldHaveSingleItem().Request.ToJsonString().ShouldBe(
            """{"ServiceNamespace":"ecs","ScalableDimension":"ecs:service:DesiredCount","Resource""" +
            """Ids":["service/shop/checkout","service/shop/search"]}""");
        fixture.Aws.Inputs.ToDictionary(input => (string)input["service"]!, input => (int)input["wanted"]!)
            .ShouldBe(new Dictionary<string, int> { ["checkout"] = 32, ["search"] = 6 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_percentage_of_a_service_without_a_target_is_left_to_the_state_machine_to_report()
    {
        await fixture.PublishAsync("""{"capacity":"80%","services":["shop/search"]}""");

        fixture.Aws.Inputs.ShouldHaveSingleItem()["wanted"]!.GetValue<int>().ShouldBe(int.MaxValue);
    }

    [Fact]
    public async Task A_thousand_services_are_all_started_a_few_at_a_time_and_described_by_fifties()
    {
        var services = Enumerable.Range(0, 1000).Select(i => new CoveredService("shop", $"s{i}")).ToImmutableArray();
        fixture.Settings = fixture.Settings with { Services = new CoveredServices.Listed(services) };
        fixture.Aws.MaxCapacities = services.ToImmutableDictionary(service => service.Target, _ => 10);
        fixture.Aws.Latency = cancellation => Task.Delay(TimeSpan.FromMilliseconds(30), fixture.Time, cancellation);

        await fixture.PublishAsync("""{"capacity":"50%"}""");

        fixture.Aws.Of("DescribeScalableTargets").Select(call => call.Request["ResourceIds"]!.AsArray().Count)
            .ShouldBe(Enumerable.Repeat(50, 20));
        fixture.Aws.Inputs.Select(input => (string)input["target"]!)
            .ShouldBe(services.Select(service => service.Target), ignoreOrder: true);
        fixture.Aws.Inputs.ShouldAllBe(input => (int)input["wanted"]! == 5);
        fixture.Aws.MostAtOnce.ShouldBeInRange(2, 32);
    }
}
