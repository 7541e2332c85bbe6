using System.Text;
using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Holds;

/// <summary>The Notifier function of the stack, invoked by hand.</summary>
internal static class Notifier
{
    /// <summary>Invokes it and waits for its answer, which must not be an error.</summary>
    public static async Task InvokeAsync(RunningStack stack, JsonObject sns)
    {
        var functions = await stack.CallAsync("lambda", "ListFunctions", []);
        var name = functions["Functions"]!.AsArray().Select(function => (string)function!["FunctionName"]!).Single(found => found.Contains("Notifier", StringComparison.Ordinal));
        var answer = await stack.CallAsync("lambda", "Invoke", new()
        {
            ["FunctionName"] = name,
            ["Payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(sns.ToJsonString())),
        });
        ((string?)answer["FunctionError"]).ShouldBeNull();
    }
}
