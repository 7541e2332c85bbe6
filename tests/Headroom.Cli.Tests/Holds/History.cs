using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Holds;

/// <summary>What the latest execution that a notification started has done so far.</summary>
internal static class History
{
    /// <summary>The states that it entered, in order.</summary>
    public static async Task<IReadOnlyList<string>> StatesAsync(RunningStack stack) =>
        [.. (await OfAsync(stack)).Select(happened => (string?)happened["stateEnteredEventDetails"]?["name"]).OfType<string>()];

    /// <summary>The events that it put.</summary>
    public static async Task<IReadOnlyList<JsonObject>> EventsAsync(RunningStack stack) =>
        [.. (await CallsAsync(stack)).Where(call => call["Entries"] is not null).SelectMany(call => call["Entries"]!.AsArray()).Select(entry => entry!.AsObject())];

    /// <summary>What it sent with its calls.</summary>
    public static async Task<IReadOnlyList<JsonObject>> CallsAsync(RunningStack stack) =>
        [.. (await OfAsync(stack)).Select(happened => (string?)happened["taskScheduledEventDetails"]?["parameters"]).OfType<string>().Select(text => JsonNode.Parse(text)!.AsObject())];

    private static async Task<IReadOnlyList<JsonObject>> OfAsync(RunningStack stack)
    {
        if ((await stack.ExecutionsAsync()) is not [.., { } latest])
        {
            return [];
        }

        var history = await stack.CallAsync("stepfunctions", "GetExecutionHistory", new() { ["executionArn"] = (string)latest["executionArn"]!, ["maxResults"] = 1000 });
        return [.. history["events"]!.AsArray().Select(happened => happened!.AsObject())];
    }
}
