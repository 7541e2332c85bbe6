using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>What HTTP said, which optimized integrations add to their results.</summary>
internal static class SdkMetadata
{
    private const int Ok = 200;

    public static void AddTo(JsonObject result, ServiceDescription service, JsonObject response, string requestId, DateTimeOffset now)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["connection"] = "keep-alive",
            ["Content-Length"] = response.ToJsonString().Length.ToString(CultureInfo.InvariantCulture),
            ["Content-Type"] = ContentType(service),
            ["Date"] = now.ToString("R", CultureInfo.InvariantCulture),
            ["x-amzn-RequestId"] = requestId,
        };
        result["SdkHttpMetadata"] = new JsonObject
        {
            ["AllHttpHeaders"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)new JsonArray(header.Value)))),
            ["HttpHeaders"] = new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            ["HttpStatusCode"] = Ok,
        };
        result["SdkResponseMetadata"] = new JsonObject { ["RequestId"] = requestId };
    }

    private static string ContentType(ServiceDescription service) =>
        service.JsonVersion is { } version ? $"application/x-amz-json-{version}"
        : service.Protocols.Contains(WireProtocol.RestJson) ? "application/json"
        : "text/xml";
}
