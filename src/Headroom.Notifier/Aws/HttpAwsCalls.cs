using System.Net.Http.Headers;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifier.Aws;

/// <summary>AWS over HTTP. One call is one attempt: who calls decides about another.</summary>
internal sealed class HttpAwsCalls(Credentials credentials, string region, Func<AwsService, Uri> endpoint, TimeProvider time)
    : IAwsCalls, IDisposable
{
    // Who calls says by its token how long an attempt may take.
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>As this environment says: credentials, Region, endpoint.</summary>
    /// <exception cref="InvalidSettingException">One of them is missing.</exception>
    public static HttpAwsCalls From(Func<string, string?> variable, TimeProvider time) =>
        new(Credentials.From(variable), AwsService.Region(variable), service => service.Endpoint(variable), time);

    /// <inheritdoc/>
    public async Task<AwsReply> CallAsync(string service, string operation, string json, CancellationToken cancellation)
    {
        var called = AwsService.Named(service);
        using var request = Request(called, operation, called.Protocol.Body(operation, json));
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            return response.IsSuccessStatusCode ? new AwsReply.Answered(called.Protocol.Answer(body)) : called.Protocol.Error((int)response.StatusCode, body);
        }
        catch (HttpRequestException unreachable)
        {
            return new AwsReply.Failed(0, "ConnectionFailed", $"{request.RequestUri?.Host}: {unreachable.Message}");
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(AwsService service, string operation, byte[] body)
    {
        var url = endpoint(service);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = service.Protocol.ContentType,
            ["host"] = url.Authority,
            ["x-amz-date"] = SignatureV4.Date(time.GetUtcNow()),
        };
        if (service.Protocol.Target(operation) is { } target)
        {
            headers["x-amz-target"] = target;
        }

        if (credentials.SessionToken is { } token)
        {
            headers["x-amz-security-token"] = token;
        }

        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(service.Protocol.ContentType);
        foreach (var (name, value) in headers.Where(header => header.Key is not "content-type"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var authorization = new SignatureV4(credentials, region, service.Name).Authorization(url.AbsolutePath, headers, body);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return request;
    }
}
