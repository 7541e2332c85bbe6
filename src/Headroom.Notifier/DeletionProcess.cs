using Headroom.Notifications.Deletion;

namespace Headroom.Notifier;

/// <summary>The same binary as the function that CloudFormation asks before it deletes the stack of a CapacityHold.</summary>
internal static class DeletionProcess
{
    /// <summary>The function's handler, which Lambda puts into <c>_HANDLER</c>.</summary>
    public const string Handler = "deletion";

    /// <summary>Serves invocations until it is killed.</summary>
    /// <param name="variable">An environment variable's value by its name.</param>
    /// <returns>1 when the environment is wrong and Lambda was told so; otherwise it does not return.</returns>
    public static async Task<int> RunAsync(Func<string, string?> variable)
    {
        using var http = new HttpClient();
        return await FunctionProcess.RunAsync(variable, (aws, time, jitter) =>
            new DeletionGuard(DeletionSettings.Read(variable), aws, (url, answer) => PutAsync(http, url, answer), time, jitter).HandleAsync);
    }

    // The URL is signed without a content type: there must be none. Where it cannot be reached, the invocation fails, and Lambda tries again.
    private static async Task PutAsync(HttpClient http, Uri url, byte[] answer)
    {
        using var content = new ByteArrayContent(answer);
        using var response = await http.PutAsync(url, content);
        response.EnsureSuccessStatusCode();
    }
}
