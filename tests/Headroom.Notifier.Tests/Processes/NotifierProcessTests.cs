using System.Net;
using System.Text.Json.Nodes;

namespace Headroom.Notifier.Tests.Processes;

/// <summary>What the Notifier does as a process, whichever way it was built.</summary>
public abstract class NotifierProcessTests : IAsyncLifetime
{
    private const string OneHold = """{"Items":[{"target":{"S":"service/shop/search"},"holdUntil":{"S":"2026-01-01T12:15:00.000Z"}}]}""";
    private FakeLambda lambda = null!;
    private string bootstrap = "";

    private string Deletion => $$"""
        {"RequestType":"Delete","ResponseURL":"http://{{lambda.Host}}/answer?X-Amz-Signature=a%2Fb","StackId":"s","RequestId":"r","LogicalResourceId":"Guard","PhysicalResourceId":"p"}
        """;

    public async ValueTask InitializeAsync()
    {
        bootstrap = await BuildAsync();
        lambda = await FakeLambda.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (lambda is not null)
        {
            await lambda.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_notification_starts_an_execution_for_each_service()
    {
        await using var notifier = RunningNotifier.Start(bootstrap, lambda);

        lambda.Invoke("id-1", SnsEvents.Of("""{"holdFor":"PT15M","capacity":4,"reason":"Sale ⚽"}"""));

        var requests = new[] { await lambda.AwsRequestAsync(), await lambda.AwsRequestAsync() };
        requests.ShouldAllBe(request => request.Target == "AWSStepFunctions.StartExecution");
        var inputs = requests.Select(request => JsonNode.Parse((string)JsonNode.Parse(request.Body)!["input"]!)!).ToList();
        inputs.Select(input => (string)input["target"]!).ShouldBe(["service/shop/checkout", "service/shop/search"], ignoreOrder: true);
        inputs.ShouldAllBe(input => (string)input["holdUntil"]! == "2026-01-01T12:15:00.000Z");
        inputs.ShouldAllBe(input => (int)input["wanted"]! == 4 && (string)input["reason"]! == "Sale ⚽");
        (await lambda.ReportAsync()).ShouldBe(new Report("invocation/id-1/response", "", """{"accepted":1,"refused":0,"executions":2}"""));
        var log = (await notifier.KillAsync()).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!).ToList();
        log.Count(line => (string?)line["message"] == "Execution started").ShouldBe(2);
        log.ShouldContain(line => line["_aws"] != null && (int)line["Accepted"]! == 1);
    }

    [Fact]
    public async Task A_refused_notification_goes_to_the_dead_letter_queue()
    {
        await using var notifier = RunningNotifier.Start(bootstrap, lambda);

        lambda.Invoke("id-1", SnsEvents.Of("""{"holdFor":"PT9H"}"""));

        var request = await lambda.AwsRequestAsync();
        request.Target.ShouldBe("AmazonSQS.SendMessage");
        ((string)JsonNode.Parse(request.Body)!["MessageAttributes"]!["Reason"]!["StringValue"]!)
            .ShouldBe("holdFor: \"PT9H\" is longer than the longest hold allowed here, PT6H");
        (await lambda.ReportAsync()).Path.ShouldBe("invocation/id-1/response");
    }

    [Fact]
    public async Task A_percentage_is_counted_from_the_targets_maximum()
    {
        lambda.Aws = request => (HttpStatusCode.OK, request.Target.EndsWith("DescribeScalableTargets", StringComparison.Ordinal)
            ? """{"ScalableTargets":[{"ResourceId":"service/shop/search","MinCapacity":1,"MaxCapacity":5,"CreationTime":1.5E9}]}"""
            : """{"executionArn":"arn:started"}""");
        await using var notifier = RunningNotifier.Start(bootstrap, lambda);

        lambda.Invoke("id-1", SnsEvents.Of("""{"services":["shop/search"],"capacity":"50%"}"""));

        (await lambda.AwsRequestAsync()).Target.ShouldBe("AnyScaleFrontendService.DescribeScalableTargets");
        (await lambda.AwsRequestAsync()).Body.ShouldContain("\\\"wanted\\\":3");
    }

    [Fact]
    public async Task The_deletion_guard_objects_to_CloudFormation_while_something_is_held()
    {
        lambda.Aws = request => (HttpStatusCode.OK, request.Target.EndsWith("Scan", StringComparison.Ordinal)
            ? OneHold
            : "<R><DescribeStacksResult><Stacks><member><StackStatus>DELETE_IN_PROGRESS</StackStatus></member></Stacks></DescribeStacksResult></R>");
        await using var guard = RunningNotifier.Start(bootstrap, lambda, "deletion");

        lambda.Invoke("id-1", Deletion);

        (await lambda.AwsRequestAsync()).Target.ShouldBe("DynamoDB_20120810.Scan");
        (await lambda.AwsRequestAsync()).Body.ShouldBe("Action=DescribeStacks&Version=2010-05-15&StackName=s");
        var answer = await lambda.AnswerAsync();
        (answer.ContentType, answer.Query).ShouldBe((null, "?X-Amz-Signature=a%2Fb"), "the URL is signed so");
        answer.Body.ShouldStartWith("""{"Status":"FAILED","Reason":"Capacity is held for service/shop/search until 2026-01-01T12:15:00.000Z.""");
        (await lambda.ReportAsync()).Path.ShouldBe("invocation/id-1/response");
    }

    [Fact]
    public async Task The_deletion_guard_releases_what_an_update_takes_out_of_its_stack()
    {
        var scans = 0;
        lambda.Aws = request => (HttpStatusCode.OK, request.Target switch
        {
            "DynamoDB_20120810.Scan" => scans++ == 0 ? OneHold : """{"Items":[]}""",
            "AWSStepFunctions.StartExecution" => """{"executionArn":"arn:started"}""",
            _ => "<R><DescribeStacksResult><Stacks><member><StackStatus>UPDATE_COMPLETE_CLEANUP_IN_PROGRESS</StackStatus></member></Stacks></DescribeStacksResult></R>",
        });
        await using var guard = RunningNotifier.Start(bootstrap, lambda, "deletion");

        lambda.Invoke("id-1", Deletion);

        (await lambda.AnswerAsync()).Body.ShouldStartWith("""{"Status":"SUCCESS",""");
    }

    [Fact]
    public async Task The_deletion_guard_objects_while_a_notification_waits_for_its_start()
    {
        lambda.Aws = request => (HttpStatusCode.OK, request.Target switch
        {
            "DynamoDB_20120810.Scan" => """{"Items":[]}""",
            "AWSStepFunctions.ListExecutions" => """{"executions":[{"executionArn":"arn:waits"}]}""",
            "AWSStepFunctions.DescribeExecution" => """{"input":"{\"action\":\"hold\",\"target\":\"service/shop/checkout\",\"startAt\":\"2999-01-01T00:00:00.000Z\"}"}""",
            _ => "<R><DescribeStacksResult><Stacks><member><StackStatus>DELETE_IN_PROGRESS</StackStatus></member></Stacks></DescribeStacksResult></R>",
        });
        await using var guard = RunningNotifier.Start(bootstrap, lambda, "deletion");

        lambda.Invoke("id-1", Deletion);

        (await lambda.AnswerAsync()).Body.ShouldContain("Capacity is planned for service/shop/checkout from 2999-01-01T00:00:00.000Z.");
    }

    [Fact]
    public async Task The_deletion_guard_without_its_table_says_so_to_Lambda()
    {
        await using var guard = RunningNotifier.Start(bootstrap, lambda, "deletion", without: "HEADROOM_HOLDS_TABLE");

        var report = await lambda.ReportAsync();

        report.Path.ShouldBe("init/error");
        report.Body.ShouldContain("HEADROOM_HOLDS_TABLE");
    }

    [Fact]
    public async Task A_failed_invocation_names_the_services_and_the_next_one_is_served()
    {
        lambda.Aws = _ => (HttpStatusCode.BadRequest, """{"__type":"AccessDeniedException","Message":"no states:StartExecution"}""");
        await using var notifier = RunningNotifier.Start(bootstrap, lambda);
        lambda.Invoke("id-1", SnsEvents.Of("hello!"));

        var failure = await lambda.ReportAsync();

        failure.Path.ShouldBe("invocation/id-1/error");
        failure.ErrorType.ShouldBe("Headroom.NotificationNotDeliveredException");
        ((string)JsonNode.Parse(failure.Body)!["errorMessage"]!).ShouldBe(
            $"notification {SnsEvents.MessageId}: 2 of 2 services could not be started: " +
            "shop/checkout, shop/search (AccessDeniedException: no states:StartExecution)");
        lambda.Aws = _ => (HttpStatusCode.OK, """{"executionArn":"arn:started"}""");
        lambda.Invoke("id-2", SnsEvents.Of("hello!"));
        (await lambda.ReportAsync()).Path.ShouldBe("invocation/id-2/response");
    }

    [Theory]
    [InlineData("HEADROOM_STATE_MACHINE_ARN")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    public async Task A_wrong_environment_fails_the_initialization_and_ends_the_process(string missing)
    {
        await using var notifier = RunningNotifier.Start(bootstrap, lambda, without: missing);

        var failure = await lambda.ReportAsync();

        failure.Path.ShouldBe("init/error");
        failure.ErrorType.ShouldBe("Headroom.InvalidSettingException");
        ((string)JsonNode.Parse(failure.Body)!["errorMessage"]!).ShouldBe($"{missing} is \"\"; it must be set.");
        (await notifier.EndAsync()).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Under_the_handler_calendar_it_says_what_a_hold_has_missed_and_calls_nothing()
    {
        await using var calendar = RunningNotifier.Start(bootstrap, lambda, handler: "calendar");

        lambda.Invoke("id-1", """{"since":"2026-01-01T12:00:00Z","until":"2026-01-01T18:00:00Z","missed":[],"actions":[{"ScheduledActionName":"lunch","Schedule":"cron(0 13 * * ? *)","CreationTime":"2025-01-01T00:00:00Z","Timezone":"Europe/Berlin","ScalableTargetAction":{"MinCapacity":2}}]}""");

        (await lambda.ReportAsync()).ShouldBe(new Report("invocation/id-1/response", "", """{"missed":[{"name":"lunch","dueAt":"2026-01-01T12:00:00Z","minCapacity":2}],"minimum":2}"""));
    }

    [Fact]
    public async Task Started_outside_Lambda_it_says_so_and_ends()
    {
        await using var notifier = RunningNotifier.Start(bootstrap, lambda, without: "AWS_LAMBDA_RUNTIME_API");

        var (exitCode, lines) = await notifier.EndAsync();

        exitCode.ShouldBe(1);
        lines.ShouldContain(line => line.Contains("AWS_LAMBDA_RUNTIME_API is not set", StringComparison.Ordinal));
    }

    /// <summary>The path of the executable to test.</summary>
    private protected abstract Task<string> BuildAsync();
}
