using Headroom.Wire.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Headroom.Cloud.Gateway;

/// <summary>The web server's messages to and from the wire's.</summary>
internal static class HttpMessages
{
    internal static async Task<WireRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var headers = new WireHeaders();
        foreach (var (name, values) in request.Headers)
        {
            foreach (var value in values)
            {
                headers.Add(name, value ?? "");
            }
        }

        // The signature covers the path as it was sent, not as the server decoded it.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        return question < 0
            ? new(request.Method, target, "", headers, body.ToArray())
            : new(request.Method, target[..question], target[(question + 1)..], headers, body.ToArray());
    }

    internal static async Task WriteAsync(WireResponse answer, HttpResponse response, CancellationToken cancellation)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (response.HttpContext.Request.Method != HttpMethods.Head && answer.Status != StatusCodes.Status204NoContent)
        {
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, cancellation);
        }
    }
}
