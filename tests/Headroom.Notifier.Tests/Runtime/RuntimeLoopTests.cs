using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Notifier.Runtime;

namespace Headroom.Notifier.Tests.Runtime;

public sealed class RuntimeLoopTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> log = new();
    private FakeLambda lambda = null!;
    private RuntimeApi api = null!;

    public async ValueTask InitializeAsync()
    {
        lambda = await FakeLambda.StartAsync();
        api = RuntimeApi.From(name => name == "AWS_LAMBDA_RUNTIME_API" ? lambda.Host : null);
    }

    public async ValueTask DisposeAsync()
    {
        api.Dispose();
        await lambda.DisposeAsync();
    }

    [Fact]
    public async Task An_invocation_is_answered_with_what_the_handler_made_of_its_payload()
    {
        _ = Run((payload, _) => Task.FromResult<byte[]>([.. "got "u8, .. payload.Span]));

        lambda.Invoke("id-1", """{"x":1}""");

        (await lambda.ReportAsync()).ShouldBe(new Report("invocation/id-1/response", "", """got {"x":1}"""));
    }

    [Fact]
    public async Task The_handler_is_told_its_deadline_to_the_millisecond()
    {
        _ = Run((_, deadline) => Task.FromResult(Encoding.UTF8.GetBytes(deadline.ToUnixTimeMilliseconds().ToString())));

        lambda.Invoke("id-1", "{}");

        (await lambda.ReportAsync()).Body.ShouldBe("4102444800123");
    }

    [Fact]
    public async Task A_handler_that_throws_fails_its_invocation_and_the_next_one_is_served()
    {
        var calls = 0;
        _ = Run((_, _) => ++calls == 1 ? throw new InvalidOperationException("no luck") : Task.FromResult("{}"u8.ToArray()));

        lambda.Invoke("id-1", "{}");
        lambda.Invoke("id-2", "{}");

        var failure = await lambda.ReportAsync();
        failure.Path.ShouldBe("invocation/id-1/error");
        failure.ErrorType.ShouldBe("Headroom.InvalidOperationException");
        var error = JsonNode.Parse(failure.Body)!;
        ((string)error["errorMessage"]!).ShouldBe("no luck");
        ((string)error["errorType"]!).ShouldBe("Headroom.InvalidOperationException");
        error["stackTrace"]!.AsArray().ShouldNotBeEmpty();
        JsonNode.Parse(log.ShouldHaveSingleItem())!["requestId"]!.GetValue<string>().ShouldBe("id-1");
        (await lambda.ReportAsync()).Path.ShouldBe("invocation/id-2/response");
    }

    [Fact]
    public async Task A_runtime_API_that_fails_ends_the_loop()
    {
        lambda.ReportStatus = HttpStatusCode.InternalServerError;
        var running = Run((_, _) => Task.FromResult("{}"u8.ToArray()));

        lambda.Invoke("id-1", "{}");

        await Should.ThrowAsync<HttpRequestException>(running.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Outside_Lambda_the_program_says_what_it_needs() =>
        Should.Throw<InvalidOperationException>(() => RuntimeApi.From(_ => null))
            .Message.ShouldStartWith("AWS_LAMBDA_RUNTIME_API is not set");

    private Task Run(Func<ReadOnlyMemory<byte>, DateTimeOffset, Task<byte[]>> handle) =>
        new RuntimeLoop(api, handle, log.Enqueue).RunAsync();
}
