using System.Net;
using Headroom.Wire.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headroom.Cloud.Gateway;

/// <summary>The one port at which every service is reached, told apart as AWS clients send them. Starts before the kernel does: the endpoint is part of the cloud's settings.</summary>
internal sealed class HttpGateway : IAsyncDisposable
{
    private const long LargestBody = 512L * 1024 * 1024;
    private readonly TaskCompletionSource<Func<WireRequest, Task<WireResponse>>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _server;

    private HttpGateway(IPAddress address, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:4566</c>.</summary>
    internal string Endpoint => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>Listens; port 0 takes a free one.</summary>
    internal static async Task<HttpGateway> StartAsync(IPAddress address, int port)
    {
        var gateway = new HttpGateway(address, port);
        try
        {
            await gateway._server.StartAsync();
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }

        return gateway;
    }

    /// <summary>From now on requests are answered so; those that came earlier have waited.</summary>
    internal void Serve(CallEndpoint calls, OwnOperations own) =>
        _answer.SetResult(request => OwnOperations.Is(request) ? own.AnswerAsync(request) : calls.AnswerAsync(request));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await HttpMessages.ReadAsync(context.Request, context.RequestAborted);
        var answer = await _answer.Task;
        await HttpMessages.WriteAsync(await answer(request), context.Response, context.RequestAborted);
    }
}
