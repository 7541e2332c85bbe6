using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headroom.Notifier.Tests;

/// <summary>A Lambda runtime API and an AWS endpoint on one loopback port.</summary>
internal sealed class FakeLambda : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Channel<(string Id, string Payload)> waiting = Channel.CreateUnbounded<(string, string)>();
    private readonly Channel<Report> reports = Channel.CreateUnbounded<Report>();
    private readonly Channel<AwsRequest> awsRequests = Channel.CreateUnbounded<AwsRequest>();
    private readonly Channel<PutAnswer> answers = Channel.CreateUnbounded<PutAnswer>();
    private readonly WebApplication app;

    private FakeLambda(WebApplication app) => this.app = app;

    /// <summary><c>127.0.0.1:port</c>.</summary>
    public string Host { get; private set; } = "";

    public DateTimeOffset Deadline { get; set; } = DateTimeOffset.FromUnixTimeMilliseconds(4_102_444_800_123);

    /// <summary>What the runtime API answers to a report.</summary>
    public HttpStatusCode ReportStatus { get; set; } = HttpStatusCode.Accepted;

    /// <summary>What AWS answers.</summary>
    public Func<AwsRequest, (HttpStatusCode Status, string Body)> Aws { get; set; } =
        _ => (HttpStatusCode.OK, """{"executionArn":"arn:started"}""");

    public static async Task<FakeLambda> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var lambda = new FakeLambda(builder.Build());
        lambda.app.MapGet("/2018-06-01/runtime/invocation/next", lambda.NextAsync);
        lambda.app.MapPost("/2018-06-01/runtime/{**path}", lambda.RecordAsync);
        lambda.app.MapPost("/", lambda.CallAsync);
        lambda.app.MapPut("/answer", lambda.PutAsync);
        await lambda.app.StartAsync();
        var addresses = lambda.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        lambda.Host = new Uri(addresses.Single()).Authority;
        return lambda;
    }

    public void Invoke(string requestId, string payload) => waiting.Writer.TryWrite((requestId, payload));

    public Task<Report> ReportAsync() => reports.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public Task<AwsRequest> AwsRequestAsync() => awsRequests.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>What was put to <c>/answer</c>, where CloudFormation expects a custom resource's answer.</summary>
    public Task<PutAnswer> AnswerAsync() => answers.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await app.DisposeAsync();
    }

    private async Task NextAsync(HttpContext context)
    {
        try
        {
            var (id, payload) = await waiting.Reader.ReadAsync(context.RequestAborted);
            context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = id;
            context.Response.Headers["Lambda-Runtime-Deadline-Ms"] = Deadline.ToUnixTimeMilliseconds().ToString();
            await context.Response.WriteAsync(payload, context.RequestAborted);
        }
        catch (Exception gone) when (gone is OperationCanceledException or ChannelClosedException)
        {
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
        }
    }

    private async Task RecordAsync(HttpContext context, string path)
    {
        reports.Writer.TryWrite(new Report(path, Header(context, "Lambda-Runtime-Function-Error-Type"), await BodyAsync(context)));
        context.Response.StatusCode = (int)ReportStatus;
    }

    private async Task CallAsync(HttpContext context)
    {
        var headers = context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        var request = new AwsRequest(headers.GetValueOrDefault("x-amz-target", ""), headers, await BodyAsync(context));
        awsRequests.Writer.TryWrite(request);
        var (status, body) = Aws(request);
        context.Response.StatusCode = (int)status;
        await context.Response.WriteAsync(body);
    }

    private async Task PutAsync(HttpContext context) =>
        answers.Writer.TryWrite(new PutAnswer(context.Request.ContentType, context.Request.QueryString.Value ?? "", await BodyAsync(context)));

    private static string Header(HttpContext context, string name) => context.Request.Headers[name].ToString();

    private static async Task<string> BodyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}

/// <summary>What the function told the runtime API.</summary>
internal sealed record Report(string Path, string ErrorType, string Body);

/// <summary>A call to AWS as it arrived.</summary>
internal sealed record AwsRequest(string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A custom resource's answer as it arrived.</summary>
internal sealed record PutAnswer(string? ContentType, string Query, string Body);
