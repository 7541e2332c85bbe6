using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Headroom.Notifier.Runtime;

/// <summary>
/// The client of the Lambda runtime API, version 2018-06-01. An answer that is no success throws: the API asks a runtime to exit then,
/// and Lambda starts another. <see href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html"/>
/// </summary>
internal sealed class RuntimeApi(Uri root) : IDisposable
{
    // The next invocation can be hours away, and the API is on the machine itself, behind no proxy.
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = root,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>The API that this environment names.</summary>
    /// <exception cref="InvalidOperationException">It names none: this process was not started by Lambda.</exception>
    public static RuntimeApi From(Func<string, string?> variable) => variable("AWS_LAMBDA_RUNTIME_API") is { Length: > 0 } host
        ? new RuntimeApi(new Uri($"http://{host}/2018-06-01/runtime/"))
        : throw new InvalidOperationException(
            "AWS_LAMBDA_RUNTIME_API is not set; this program is started by AWS Lambda, or by something that speaks its runtime API");

    /// <summary>Waits for the next invocation, however long.</summary>
    public async Task<Invocation> NextAsync()
    {
        using var response = await http.GetAsync("invocation/next");
        response.EnsureSuccessStatusCode();
        var deadline = long.Parse(Header(response, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture);
        return new Invocation(
            Header(response, "Lambda-Runtime-Aws-Request-Id"),
            DateTimeOffset.FromUnixTimeMilliseconds(deadline),
            await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Answers an invocation.</summary>
    public Task RespondAsync(string requestId, byte[] json) => PostAsync($"invocation/{requestId}/response", json, errorType: null);

    /// <summary>Fails an invocation.</summary>
    public Task FailAsync(string requestId, RuntimeError error) => PostErrorAsync($"invocation/{requestId}/error", error);

    /// <summary>Says that the function cannot be initialized.</summary>
    public Task FailInitAsync(RuntimeError error) => PostErrorAsync("init/error", error);

    public void Dispose() => http.Dispose();

    private Task PostErrorAsync(string path, RuntimeError error) =>
        PostAsync(path, JsonSerializer.SerializeToUtf8Bytes(error, RuntimeJson.Default.RuntimeError), error.ErrorType);

    private async Task PostAsync(string path, byte[] json, string? errorType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (errorType is not null)
        {
            request.Headers.Add("Lambda-Runtime-Function-Error-Type", errorType);
        }

        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values)
        ? values.First()
        : throw new InvalidOperationException($"The runtime API sent an invocation without {name}");
}
