using System.Text.Encodings.Web;
using System.Text.Json;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>How JSON text is written into tasks' inputs and results: compact, no character escaped that need not be.</summary>
internal static class TaskJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = WireJson.MaxDepth };
}
