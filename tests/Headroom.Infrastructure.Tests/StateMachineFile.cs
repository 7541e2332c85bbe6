using System.Text.Json.Nodes;

namespace Headroom.Infrastructure.Tests;

/// <summary>The file, read.</summary>
internal static class StateMachineFile
{
    /// <summary>Every state, those inside of Map states too.</summary>
    internal static IReadOnlyList<KeyValuePair<string, JsonObject>> States { get; } = [.. Of(JsonNode.Parse(File.ReadAllText(Repository.StateMachineFile))!)];

    internal static IEnumerable<KeyValuePair<string, JsonObject>> Tasks => States.Where(state => (string?)state.Value["Type"] == "Task");

    private static IEnumerable<KeyValuePair<string, JsonObject>> Of(JsonNode machine)
    {
        foreach (var (name, node) in machine[nameof(States)]!.AsObject())
        {
            var state = node!.AsObject();
            yield return new(name, state);
            foreach (var inner in state["ItemProcessor"] is { } processor ? Of(processor) : [])
            {
                yield return inner;
            }
        }
    }
}
