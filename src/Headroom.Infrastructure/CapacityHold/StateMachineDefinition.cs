using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Encodings.Web;

namespace Headroom.Infrastructure;

/// <summary>The text of <c>capacity-hold.asl.json</c>, as it goes into the template.</summary>
internal static class StateMachineDefinition
{
    private const string File = "capacity-hold.asl.json";
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Without white space: a template is at most 1 MB and is read by machines.</summary>
    internal static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(StateMachineDefinition).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not embedded in {typeof(StateMachineDefinition).Assembly.GetName().Name}.");
        return JsonNode.Parse(stream)!.ToJsonString(OneLine);
    }
}
