using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Headroom.Cloud.Services.Lambda.Hosting;

/// <summary>
/// The Lambda runtime API of one environment, on a loopback port of its own
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html): <c>invocation/next</c> waits for an event,
/// <c>invocation/ID/response</c>, <c>invocation/ID/error</c> and <c>init/error</c> tell how it went.
/// </summary>
internal sealed class RuntimeApi : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";
    private readonly Channel<Waiting> _events = Channel.CreateUnbounded<Waiting>();
    private readonly KestrelServer _server;
    private readonly Func<RuntimeReport, Task> _told;
    private string? _current;

    /// <summary>An API that is not listening yet.</summary>
    /// <param name="told">Called for what the runtime says, one call at a time; the runtime gets its answer when it returns.</param>
    internal RuntimeApi(Func<RuntimeReport, Task> told)
    {
        _told = told;
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0);
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        _server = new(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <summary>Host and port, as <c>AWS_LAMBDA_RUNTIME_API</c> has them.</summary>
    internal string Address => new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;

    internal Task ListenAsync() => _server.StartAsync(this, CancellationToken.None);

    /// <summary>The event for the next <c>invocation/next</c>.</summary>
    /// <param name="order">The event.</param>
    /// <param name="deadline">When it times out, on the wall's clock, which is the one that the function can see.</param>
    internal void Offer(InvocationOrder order, DateTimeOffset deadline) => _events.Writer.TryWrite(new(order, deadline));

    public ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    HttpContext IHttpApplication<HttpContext>.CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    void IHttpApplication<HttpContext>.DisposeContext(HttpContext context, Exception? exception)
    {
    }

    async Task IHttpApplication<HttpContext>.ProcessRequestAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        await (parts switch
        {
            ["invocation", "next"] => NextAsync(context),
            ["invocation", var id, "response"] when id == _current => EndAsync(context, async body => new RuntimeReport.Response(id, await body)),
            ["invocation", var id, "error"] when id == _current => EndAsync(
                context,
                async body => new RuntimeReport.Error(id, ErrorType(context), await body)),
            ["init", "error"] => EndAsync(context, async body => new RuntimeReport.InitError(ErrorType(context), await body)),
            ["invocation", _, "response" or "error"] =>
                AnswerAsync(context, 400, """{"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}"""),
            _ => AnswerAsync(context, 404, """{"errorMessage":"Not found","errorType":"NotFound"}"""),
        });
    }

    private async Task NextAsync(HttpContext context)
    {
        await _told(new RuntimeReport.Next());
        Waiting next;
        try
        {
            next = await _events.Reader.ReadAsync(context.RequestAborted);
        }
        catch (Exception ended) when (ended is OperationCanceledException or ChannelClosedException)
        {
            // The runtime hung up, or its environment is being ended: nobody is left to answer.
            context.Abort();
            return;
        }

        _current = next.Order.RequestId;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = next.Order.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = next.Deadline.ToUnixTimeMilliseconds().ToString();
        headers["Lambda-Runtime-Invoked-Function-Arn"] = next.Order.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = TraceId(next);
        if (next.Order.ClientContext is { } client)
        {
            headers["Lambda-Runtime-Client-Context"] = client;
        }

        await AnswerAsync(context, 200, next.Order.Payload);
    }

    private static string TraceId(Waiting next) =>
        $"Root=1-{next.Deadline.ToUnixTimeSeconds():x8}-{next.Order.RequestId.Replace("-", "", StringComparison.Ordinal)[..24]};Sampled=0";

    private async Task EndAsync(HttpContext context, Func<Task<string>, Task<RuntimeReport>> read)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var report = await read(reader.ReadToEndAsync(context.RequestAborted));
        _current = null;
        await _told(report);
        await AnswerAsync(context, 202, """{"status":"OK"}""");
    }

    private static string ErrorType(HttpContext context) =>
        context.Request.Headers["Lambda-Runtime-Function-Error-Type"].FirstOrDefault() ?? "Unhandled";

    private static Task AnswerAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var body = Encoding.UTF8.GetBytes(json);
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private sealed record Waiting(InvocationOrder Order, DateTimeOffset Deadline);
}
