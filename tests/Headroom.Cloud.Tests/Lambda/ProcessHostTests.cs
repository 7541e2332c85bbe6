using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Headroom.Cloud.Clock;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Tests.Lambda;

/// <summary>Real processes: a shell script as a custom runtime, and Python handlers.</summary>
public sealed class ProcessHostTests : IDisposable
{
    private const string EchoBootstrap =
        """
        #!/bin/sh
        api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
        echo "initializing in $PWD"
        while :; do
          body=$(curl -s -D headers.$$ "$api/invocation/next") || exit 1
          id=$(tr -d '\r' < headers.$$ | sed -n 's/^Lambda-Runtime-Aws-Request-Id: //p')
          echo "handling $body"
          case "$body" in
            '"crash"') exit 3 ;;
            '"hang"') sleep 1000 ;;
            '"fail"') curl -s -H 'Lambda-Runtime-Function-Error-Type: Custom.Error' -d '{"errorMessage":"as asked","errorType":"Custom.Error"}' "$api/invocation/$id/error" > /dev/null ;;
            *) curl -s -d "{\"colour\":\"$COLOUR\",\"event\":$body}" "$api/invocation/$id/response" > /dev/null ;;
          esac
        done
        """;

    private const string First = "11111111-1111-4111-8111-111111111111";
    private const string Second = "22222222-2222-4222-8222-222222222222";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly BlockingCollection<FunctionNews> _news = [];
    private readonly CloudClock _clock = new(TimeProvider.System, DateTimeOffset.UnixEpoch, 1);
    private readonly ProcessFunctionHost _host;

    public ProcessHostTests()
    {
        _host = new(_clock, TimeProvider.System);
        _host.Listen(_news.Add);
    }

    public void Dispose()
    {
        _host.Dispose();
        _news.Dispose();
    }

    [Fact]
    public void No_time_is_passed_over_from_when_an_environment_is_ordered_until_it_has_answered()
    {
        Start("bootstrap", EchoBootstrap);
        _clock.TryMoveTo(DateTimeOffset.UnixEpoch.AddDays(1)).ShouldBeFalse();
        Next<FunctionNews.Printed>();
        Next<FunctionNews.Ready>();
        Invoke(First, "1");
        _clock.TryMoveTo(DateTimeOffset.UnixEpoch.AddDays(1)).ShouldBeFalse();
        Next<FunctionNews.Printed>();
        Next<FunctionNews.Answered>();

        SpinWait.SpinUntil(() => _clock.TryMoveTo(DateTimeOffset.UnixEpoch.AddDays(1)), Patience).ShouldBeTrue();
        _clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(DateTimeOffset.UnixEpoch.AddDays(1));
    }

    [Fact]
    public void A_bootstrap_handles_one_event_after_the_other()
    {
        Start("bootstrap", EchoBootstrap);
        Next<FunctionNews.Printed>().Lines.Single().ShouldStartWith("initializing in ");
        Next<FunctionNews.Ready>();

        Invoke(First, "1");
        Next<FunctionNews.Printed>().Lines.ShouldBe(["handling 1"]);
        Next<FunctionNews.Answered>().ShouldBe(new("environment", First, """{"colour":"green","event":1}"""));

        Invoke(Second, "2");
        Next<FunctionNews.Printed>().Lines.ShouldBe(["handling 2"]);
        Next<FunctionNews.Answered>().ShouldBe(new("environment", Second, """{"colour":"green","event":2}"""));
    }

    [Fact]
    public void An_error_that_the_runtime_reports_is_told_as_it_is()
    {
        Start("bootstrap", EchoBootstrap);
        Invoke(First, "\"fail\"", afterReady: true);

        Next<FunctionNews.Failed>().ShouldBe(new("environment", First, "Custom.Error", """{"errorMessage":"as asked","errorType":"Custom.Error"}"""));
    }

    [Fact]
    public void A_bootstrap_that_exits_is_told_with_its_exit_status()
    {
        Start("bootstrap", EchoBootstrap);
        Invoke(First, "\"crash\"", afterReady: true);

        Next<FunctionNews.Exited>().ShouldBe(new("environment", "Runtime.ExitError", "Runtime exited with error: exit status 3"));
    }

    [Fact]
    public void A_package_without_a_bootstrap_is_an_invalid_entrypoint()
    {
        Start("readme.txt", "nothing to run here");

        Next<FunctionNews.Exited>().ShouldBe(new("environment", "Runtime.InvalidEntrypoint", "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"));
    }

    [Fact]
    public void A_stopped_environment_leaves_no_process_behind()
    {
        Start("bootstrap", "#!/bin/sh\necho $$\n" + EchoBootstrap.Replace("#!/bin/sh\n", "", StringComparison.Ordinal));
        var pid = int.Parse(Next<FunctionNews.Printed>().Lines[0]);
        Invoke(First, "\"hang\"", afterReady: true);

        _host.Stop("environment");

        SpinWait.SpinUntil(() => !IsRunning(pid), Patience).ShouldBeTrue();
    }

    [Fact]
    public void A_Python_handler_gets_its_event_and_its_context()
    {
        StartPython(
            """
            import os
            def handler(event, context):
                print("got", event["name"])
                return {"id": context.aws_request_id, "left": context.get_remaining_time_in_millis() > 0, "root": os.getcwd() == os.environ["LAMBDA_TASK_ROOT"]}
            """);
        Next<FunctionNews.Ready>();
        Invoke(First, """{"name":"world"}""");

        Next<FunctionNews.Printed>().Lines.ShouldBe(["got world"]);
        Next<FunctionNews.Answered>().Payload.ShouldBe($$"""{"id": "{{First}}", "left": true, "root": true}""");
    }

    [Fact]
    public void An_exception_in_a_Python_handler_has_the_form_that_Lambda_gives_it()
    {
        StartPython(
            """
            def handler(event, context):
                return deeper()
            def deeper():
                raise KeyError("colour")
            """);
        Invoke(First, "{}", afterReady: true);

        var failed = Next<FunctionNews.Failed>();
        failed.ErrorType.ShouldBe("KeyError");
        var error = JsonNode.Parse(failed.Payload)!;
        ((string)error["errorMessage"]!).ShouldBe("'colour'");
        ((string)error["errorType"]!).ShouldBe("KeyError");
        error.AsObject().Select(member => member.Key).ShouldBe(["errorMessage", "errorType", "requestId", "stackTrace"]);
        ((string)error["requestId"]!).ShouldBe(First);
        error["stackTrace"]!.AsArray().Select(line => (string)line!).ShouldBe(
        [
            "  File \"/var/task/app.py\", line 2, in handler\n    return deeper()\n",
            "  File \"/var/task/app.py\", line 4, in deeper\n    raise KeyError(\"colour\")\n",
        ]);
    }

    [Fact]
    public void A_Python_module_that_cannot_be_imported_fails_the_initialization()
    {
        StartPython("import there_is_no_such_module\n");

        var failed = Next<FunctionNews.InitFailed>(skip: news => news is FunctionNews.Printed);
        failed.ErrorType.ShouldBe("Runtime.ImportModuleError");
        ((string)JsonNode.Parse(failed.Payload)!["errorMessage"]!).ShouldBe("Unable to import module 'app': No module named 'there_is_no_such_module'");
    }

    [Fact]
    public void An_SDK_too_old_to_know_the_clouds_endpoint_is_led_there()
    {
        StartPython(
            """
            import botocore.session
            import botocore.session as again
            def handler(event, context):
                session = botocore.session.Session()
                return [session.create_client("sqs"), session.create_client("sqs", endpoint_url="http://elsewhere"), again is botocore.session]
            """,
            ("botocore/__init__.py", "__version__ = '1.29.27'\n"),
            ("botocore/session.py", "class Session:\n    def create_client(self, service, *args, endpoint_url=None):\n        return endpoint_url\n"));
        Invoke(First, "{}", afterReady: true);

        Next<FunctionNews.Answered>().Payload.ShouldBe("""["http://127.0.0.1:9", "http://elsewhere", true]""");
    }

    private void StartPython(string source, params (string Name, string Text)[] more)
    {
        Programs.Require("python3");
        Start(Functions.Zip([("app.py", source), .. more]), "python3.12", "app.handler");
    }

    private void Start(string file, string text) => Start(Functions.Zip((file, text)), "provided.al2023", "bootstrap");

    private void Start(byte[] zip, string runtime, string handler)
    {
        Programs.Require("curl");
        _host.Start(new("environment", "test", runtime, handler, Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(zip)), zip, new Dictionary<string, string>
        {
            ["_HANDLER"] = handler,
            ["AWS_LAMBDA_FUNCTION_NAME"] = "test",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "128",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/test",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "stream",
            ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9",
            ["COLOUR"] = "green",
        }));
    }

    private void Invoke(string requestId, string payload, bool afterReady = false)
    {
        if (afterReady)
        {
            Next<FunctionNews.Ready>(skip: news => news is FunctionNews.Printed);
        }

        _host.Invoke(new("environment", requestId, "arn:aws:lambda:us-east-1:123456789012:function:test", payload, TimeSpan.FromSeconds(30), null));
        if (afterReady)
        {
            SkipPrinted = true;
        }
    }

    private bool SkipPrinted { get; set; }

    private T Next<T>(Func<FunctionNews, bool>? skip = null)
        where T : FunctionNews
    {
        while (true)
        {
            _news.TryTake(out var news, Patience).ShouldBeTrue($"no {typeof(T).Name} came");
            if (skip?.Invoke(news!) is not true && !(SkipPrinted && news is FunctionNews.Printed))
            {
                return news.ShouldBeOfType<T>();
            }
        }
    }

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
