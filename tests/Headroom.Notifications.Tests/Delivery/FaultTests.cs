using System.Collections.Concurrent;
using Headroom.Notifications.Arrival;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Tests.Delivery;

public sealed class FaultTests
{
    private static readonly AwsReply.Failed Denied = new(400, "AccessDeniedException", "not authorized to perform states:StartExecution");
    private readonly HandlerFixture fixture = new();

    public static TheoryData<int, string, bool> Errors() => new()
    {
        { 0, "ConnectionFailed", true },
        { 400, "ThrottlingException", true },
        { 400, "Throttling", true },
        { 400, "RequestThrottled", true },
        { 400, "TooManyRequestsException", true },
        { 429, "Http429", true },
        { 500, "InternalFailure", true },
        { 503, "ServiceUnavailable", true },
        { 400, "AccessDeniedException", false },
        { 400, "StateMachineDoesNotExist", false },
        { 400, "ExecutionLimitExceeded", false },
        { 403, "UnrecognizedClientException", false },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task A_call_is_repeated_only_after_what_may_pass(int status, string code, bool repeated)
    {
        var failedOnce = new ConcurrentDictionary<string, bool>();
        fixture.Aws.Answer = call =>
            failedOnce.TryAdd((string)call.Request["name"]!, true) ? new AwsReply.Failed(status, code, "no") : null;

        if (repeated)
        {
            await fixture.PublishAsync("hello!");
            fixture.Aws.Calls.Length.ShouldBe(4);
        }
        else
        {
            await fixture.FailureOfAsync("hello!");
            fixture.Aws.Calls.Length.ShouldBe(2);
        }
    }

    [Fact]
    public async Task The_waits_between_attempts_grow_to_a_limit()
    {
        var attempts = new List<DateTimeOffset>();
        fixture.Jitter = 1;
        fixture.Aws.Answer = _ =>
        {
            attempts.Add(fixture.Time.GetUtcNow());
            return attempts.Count < 10 ? new AwsReply.Failed(400, "ThrottlingException", "Rate exceeded") : null;
        };

        await fixture.PublishAsync("""{"services":["shop/search"]}""");

        attempts.Zip(attempts.Skip(1), (one, next) => (int)((next - one).TotalMilliseconds / 100))
            .ShouldBe([1, 2, 4, 8, 16, 32, 64, 64, 64]);
    }

    [Fact]
    public async Task A_service_that_fails_does_not_keep_the_others_and_is_named()
    {
        fixture.Aws.Answer = call => ((string)call.Request["name"]!).StartsWith("checkout", StringComparison.Ordinal) ? Denied : null;

        (await fixture.FailureOfAsync("hello!")).ShouldBe(
            $"notification {HandlerFixture.MessageId}: 1 of 2 services could not be started: shop/checkout ({Denied.Code}: {Denied.Message})");
        fixture.Aws.Inputs.Select(input => (string)input["service"]!).ShouldContain("search");
        fixture.Metrics.ShouldBeEmpty();
        fixture.Log.ShouldContain(line => (string)line["level"]! == "ERROR" && (string)line["target"]! == "service/shop/checkout");
    }

    [Fact]
    public async Task Services_that_fail_for_one_reason_are_named_together()
    {
        fixture.Aws.Answer = _ => Denied;

        (await fixture.FailureOfAsync("hello!"))
            .ShouldEndWith($"2 of 2 services could not be started: shop/checkout, shop/search ({Denied.Code}: {Denied.Message})");
    }

    [Fact]
    public async Task A_maximum_that_cannot_be_read_names_the_services_that_wait_for_it()
    {
        fixture.Aws.Answer = _ => Denied;

        (await fixture.FailureOfAsync("""{"capacity":"50%"}""")).ShouldContain("shop/checkout, shop/search (AccessDeniedException");
        fixture.Aws.Of("StartExecution").ShouldBeEmpty();
    }

    [Fact]
    public async Task Throttled_to_the_end_the_invocation_still_says_what_it_did_not_do()
    {
        fixture.Aws.Answer = _ => new AwsReply.Failed(400, "ThrottlingException", "Rate exceeded");

        (await fixture.FailureOfAsync("hello!")).ShouldContain("shop/checkout, shop/search (ThrottlingException: Rate exceeded)");
        fixture.Time.GetUtcNow().ShouldBeLessThan(HandlerFixture.PublishedAt.AddSeconds(31));
    }

    [Fact]
    public async Task A_call_that_is_never_answered_is_given_up_before_the_deadline()
    {
        fixture.Aws.Latency = FakeAws.Never;

        (await fixture.FailureOfAsync("hello!")).ShouldContain("shop/checkout, shop/search (NoAnswerInTime");
        fixture.Time.GetUtcNow().ShouldBeLessThan(HandlerFixture.PublishedAt.AddSeconds(31));
    }

    [Fact]
    public async Task A_call_that_is_not_answered_once_is_made_again()
    {
        var calls = 0;
        fixture.Aws.Latency = cancellation => ++calls == 1 ? FakeAws.Never(cancellation) : Task.CompletedTask;

        await fixture.PublishAsync("""{"services":["shop/search"]}""");

        calls.ShouldBe(2);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("hello!")]
    [InlineData("""{"Records":[]}""")]
    [InlineData("""{"Records":[{"eventSource":"aws:sqs","body":"hello!"}]}""")]
    [InlineData("""{"Records":[{"Sns":{"MessageId":"1","TopicArn":"t","Message":"m","Timestamp":"now"}}]}""")]
    public async Task Something_that_no_topic_sends_fails_the_invocation(string payload)
    {
        await Should.ThrowAsync<NotAnSnsEventException>(() => fixture.InvokeAsync(payload));
        fixture.Aws.Calls.ShouldBeEmpty();
    }
}
