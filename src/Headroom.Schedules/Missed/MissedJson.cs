using System.Text.Json.Serialization;

namespace Headroom.Schedules.Missed;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MissedQuestion))]
[JsonSerializable(typeof(MissedAnswer))]
internal sealed partial class MissedJson : JsonSerializerContext;
