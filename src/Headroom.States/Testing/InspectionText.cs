using Headroom.States.Json;

namespace Headroom.States.Testing;

/// <summary>JSON text as inspectionData has it: with a space after each comma and colon.</summary>
internal static class InspectionText
{
    public static string Of(JsonValue value) => value switch
    {
        JsonArray array => $"[{string.Join(", ", array.Select(Of))}]",
        JsonObject o => $"{{{string.Join(", ", o.Select(m => $"{JsonValue.From(m.Key)}: {Of(m.Value)}"))}}}",
        _ => value.ToString(),
    };
}
