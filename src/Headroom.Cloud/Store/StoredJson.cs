using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Store;

/// <summary>How records are written down: every member, null or not, instants to the tick.</summary>
internal static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        MaxDepth = WireJson.MaxDepth,
    };
}
