using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Tests.Lambda;

public sealed class InvokeTests
{
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_synchronous_invocation_is_answered_with_the_functions_answer()
    {
        _cloud.Create("echo");
        _cloud.Functions.Run = order => new FunctionNews.Answered(order.EnvironmentId, order.RequestId, order.Payload);

        var response = Invoke("echo", """{"a":1}""");

        ((int)response["StatusCode"]!).ShouldBe(200);
        response["FunctionError"].ShouldBeNull();
        Functions.Payload(response).ShouldBe("""{"a":1}""");
        ((string)response["ExecutedVersion"]!).ShouldBe("$LATEST");
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("bm90IEpTT04=")]
    [InlineData("WzFd")]
    public void A_client_context_that_is_no_object_in_base64_is_refused(string context)
    {
        _cloud.Create("echo");

        var refusal = _cloud.Refused("lambda", "Invoke", InvocationWith("RequestResponse", context));

        refusal.ShouldSatisfyAllConditions(
            it => it.Code.ShouldBe("InvalidRequestContentException"),
            it => it.Message.ShouldBe("Client context must be a valid Base64-encoded JSON object."));
    }

    [Fact]
    public void A_client_context_reaches_the_function_in_one_line_and_only_where_its_answer_is_waited_for()
    {
        _cloud.Create("echo");
        var contexts = new List<string?>();
        _cloud.Functions.Run = order =>
        {
            contexts.Add(order.ClientContext);
            return new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "1");
        };
        var context = Convert.ToBase64String("{\n \"custom\": { \"café\": 1 } }"u8);

        _cloud.Call("lambda", "Invoke", InvocationWith("RequestResponse", context));
        _cloud.Call("lambda", "Invoke", InvocationWith("Event", context));
        _cloud.Advance(TimeSpan.FromSeconds(1));

        contexts.ShouldBe([@"{""custom"":{""caf\u00E9"":1}}", null]);
    }

    [Fact]
    public void An_environment_that_is_idle_is_used_again_and_ends_after_ten_minutes()
    {
        _cloud.Create("echo");

        Invoke("echo", "1");
        Invoke("echo", "2");
        _cloud.Functions.Started.Count.ShouldBe(1);

        _cloud.Advance(TimeSpan.FromMinutes(10));
        _cloud.Functions.Stopped.ShouldBe([_cloud.Functions.Started[0].EnvironmentId]);

        Invoke("echo", "3");
        _cloud.Functions.Started.Count.ShouldBe(2);
    }

    [Fact]
    public void A_changed_function_runs_in_a_new_environment()
    {
        _cloud.Create("echo");
        Invoke("echo", "1");

        _cloud.Call("lambda", "UpdateFunctionConfiguration", new()
        {
            ["FunctionName"] = "echo",
            ["Environment"] = new JsonObject { ["Variables"] = new JsonObject { ["COLOUR"] = "green" } },
        });
        Invoke("echo", "2");

        _cloud.Functions.Started[1].Variables["COLOUR"].ShouldBe("green");
        _cloud.Functions.Stopped.ShouldBe([_cloud.Functions.Started[0].EnvironmentId]);
    }

    [Fact]
    public void An_invocation_that_takes_too_long_times_out_and_its_environment_ends()
    {
        _cloud.Create("slow", new() { ["Timeout"] = 3 });
        _cloud.Functions.Run = _ => null;

        var answer = _cloud.Begin("lambda", "Invoke", Functions.Invocation("slow", "{}"));
        _cloud.Advance(TimeSpan.FromSeconds(2.9));
        answer.Answer.ShouldBeNull();
        _cloud.Advance(TimeSpan.FromSeconds(0.1));

        var (error, payload) = FunctionError(answer);
        error.ShouldBe("Unhandled");
        ((string)payload["errorType"]!).ShouldBe("Sandbox.Timedout");
        ((string)payload["errorMessage"]!).ShouldEndWith("Task timed out after 3.00 seconds");
        _cloud.Functions.Stopped.ShouldBe([_cloud.Functions.Started[0].EnvironmentId]);
    }

    [Fact]
    public void A_process_that_exits_while_it_handles_an_event_fails_the_invocation()
    {
        _cloud.Create("crash");
        _cloud.Functions.Run = order => new FunctionNews.Exited(order.EnvironmentId, "Runtime.ExitError", "Runtime exited with error: exit status 1");

        var (error, payload) = FunctionError(_cloud.Begin("lambda", "Invoke", Functions.Invocation("crash", "{}")));

        error.ShouldBe("Unhandled");
        ((string)payload["errorType"]!).ShouldBe("Runtime.ExitError");
        ((string)payload["errorMessage"]!).ShouldEndWith("Error: Runtime exited with error: exit status 1");
    }

    [Fact]
    public void A_failed_initialization_is_tried_once_more_before_the_invocation_fails()
    {
        _cloud.Create("broken");
        _cloud.Functions.Init = order => new FunctionNews.InitFailed(order.EnvironmentId, "Runtime.ImportModuleError", """{"errorMessage":"no module","errorType":"Runtime.ImportModuleError"}""");

        var (error, payload) = FunctionError(_cloud.Begin("lambda", "Invoke", Functions.Invocation("broken", "{}")));

        error.ShouldBe("Unhandled");
        ((string)payload["errorType"]!).ShouldBe("Runtime.ImportModuleError");
        _cloud.Functions.Started.Count.ShouldBe(2);
    }

    [Fact]
    public void An_initialization_that_hangs_is_started_anew_after_ten_seconds()
    {
        _cloud.Create("hanging", new() { ["Timeout"] = 30 });
        _cloud.Functions.Init = _ => null;
        var answer = _cloud.Begin("lambda", "Invoke", Functions.Invocation("hanging", "{}"));

        _cloud.Functions.Init = order => new FunctionNews.Ready(order.EnvironmentId);
        _cloud.Advance(TimeSpan.FromSeconds(10));

        answer.Answer.ShouldBeOfType<Outcome<JsonObject>.Answered>();
        _cloud.Functions.Started.Count.ShouldBe(2);
    }

    [Fact]
    public void The_end_of_the_log_comes_with_the_answer_where_it_is_asked_for()
    {
        _cloud.Create("talker");
        _cloud.Functions.Run = order =>
        {
            _cloud.Functions.Tell(new FunctionNews.Printed(order.EnvironmentId, ["I was here"]));
            return new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "null");
        };
        var request = Functions.Invocation("talker", "{}");
        request["LogType"] = "Tail";

        var response = ((Outcome<JsonObject>.Answered)_cloud.Begin("lambda", "Invoke", request).Answer!).Response;

        var lines = Encoding.UTF8.GetString(Convert.FromBase64String((string)response["LogResult"]!)).Split('\n');
        lines[0].ShouldStartWith("START RequestId: ");
        lines[1].ShouldBe("I was here");
        lines[2].ShouldStartWith("END RequestId: ");
        lines[3].ShouldStartWith("REPORT RequestId: ");
    }

    [Fact]
    public void What_a_function_prints_is_in_its_log_group()
    {
        _cloud.Create("talker");
        _cloud.Functions.Run = order =>
        {
            _cloud.Functions.Tell(new FunctionNews.Printed(order.EnvironmentId, ["I was here"]));
            return new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "null");
        };
        Invoke("talker", "{}");

        var events = _cloud.Call("logs", "FilterLogEvents", new() { ["logGroupName"] = "/aws/lambda/talker", ["filterPattern"] = "here" })["events"]!;

        ((string)events.AsArray().Single()!["message"]!).ShouldBe("I was here");
    }

    [Fact]
    public void A_function_finds_what_Lambda_promises_in_its_environment()
    {
        _cloud.Create("echo", new() { ["MemorySize"] = 256, ["Environment"] = new JsonObject { ["Variables"] = new JsonObject { ["COLOUR"] = "green" } } });
        Invoke("echo", "{}");

        var variables = _cloud.Functions.Started.Single().Variables;
        variables["AWS_LAMBDA_FUNCTION_NAME"].ShouldBe("echo");
        variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"].ShouldBe("256");
        variables["AWS_LAMBDA_FUNCTION_VERSION"].ShouldBe("$LATEST");
        variables["AWS_REGION"].ShouldBe("us-east-1");
        variables["_HANDLER"].ShouldBe("bootstrap");
        variables["AWS_ENDPOINT_URL"].ShouldBe("http://127.0.0.1:4566");
        variables["COLOUR"].ShouldBe("green");
        variables["AWS_ACCESS_KEY_ID"].ShouldStartWith("ASIA");
        variables["AWS_SESSION_TOKEN"].ShouldNotBeEmpty();
    }

    [Fact]
    public void A_function_at_its_reserved_concurrency_is_throttled()
    {
        _cloud.Create("busy");
        _cloud.Call("lambda", "PutFunctionConcurrency", new() { ["FunctionName"] = "busy", ["ReservedConcurrentExecutions"] = 1 });
        _cloud.Functions.Run = _ => null;
        _cloud.Begin("lambda", "Invoke", Functions.Invocation("busy", "{}"));

        _cloud.Refused("lambda", "Invoke", Functions.Invocation("busy", "{}")).Code.ShouldBe("TooManyRequestsException");
    }

    [Theory]
    [InlineData("gone", "{}", "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:123456789012:function:gone")]
    [InlineData("echo:gone", "{}", "ResourceNotFoundException", "Function not found: arn:aws:lambda:us-east-1:123456789012:function:echo:gone")]
    [InlineData("echo", "hello", "InvalidRequestContentException", "Could not parse request body into json: ")]
    public void What_cannot_be_invoked_is_refused(string name, string payload, string code, string message)
    {
        _cloud.Create("echo");

        var refusal = _cloud.Refused("lambda", "Invoke", Functions.Invocation(name, payload));

        refusal.Code.ShouldBe(code);
        refusal.Message.ShouldStartWith(message);
    }

    private JsonObject Invoke(string name, string payload) =>
        ((Outcome<JsonObject>.Answered)_cloud.Begin("lambda", "Invoke", Functions.Invocation(name, payload)).Answer!).Response;

    [Fact]
    public void A_hundred_of_the_accounts_concurrent_executions_stay_unreserved()
    {
        _cloud.Create("one");
        _cloud.Create("other");

        Reserve("one", 500);
        Reserve("one", 600);
        Reserve("other", 300);
        var refusal = _cloud.Refused("lambda", "PutFunctionConcurrency", new() { ["FunctionName"] = "other", ["ReservedConcurrentExecutions"] = 301 });

        refusal.ShouldSatisfyAllConditions(
            it => it.Code.ShouldBe("InvalidParameterValueException"),
            it => it.Message.ShouldBe("Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100]."));
    }

    private void Reserve(string function, int executions) =>
        _cloud.Call("lambda", "PutFunctionConcurrency", new() { ["FunctionName"] = function, ["ReservedConcurrentExecutions"] = executions });

    private static JsonObject InvocationWith(string type, string clientContext)
    {
        var invocation = Functions.Invocation("echo", "{}", type);
        invocation["ClientContext"] = clientContext;
        return invocation;
    }

    private static (string? Error, JsonNode Payload) FunctionError(TestCloud.Box answer)
    {
        var response = ((Outcome<JsonObject>.Answered)answer.Answer!).Response;
        return ((string?)response["FunctionError"], JsonNode.Parse(Functions.Payload(response))!);
    }
}
