using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>A scalar as text: <c>true</c>, <c>5</c>, <c>abc</c>.</summary>
internal static class ScalarText
{
    internal static string Of(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
}
