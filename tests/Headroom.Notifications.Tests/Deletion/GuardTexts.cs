using System.Text;
using System.Text.Json.Nodes;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Tests.Deletion;

/// <summary>What CloudFormation asks of the deletion guard, and what AWS answers it.</summary>
internal static class GuardTexts
{
    internal const string Url = "https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/an-answer?X-Amz-Signature=abc";

    internal static string Held(string publishedAt) =>
        $$$"""{"Items":[{"target":{"S":"service/shop/checkout"},"holdUntil":{"S":"2026-01-01T13:00:00.000Z"},"publishedAt":{"S":"{{{publishedAt}}}"}}]}""";

    internal static string Item(string target) => new JsonObject
    {
        ["target"] = new JsonObject { ["S"] = target },
        ["holdUntil"] = new JsonObject { ["S"] = "2026-01-01T13:00:00.000Z" },
    }.ToJsonString();

    internal static byte[] Event(string type, string? physicalId, string? settleSeconds = null) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["RequestType"] = type,
        ["ServiceToken"] = "arn:function",
        ["ResponseURL"] = Url,
        ["StackId"] = "arn:stack",
        ["RequestId"] = "r-1",
        ["LogicalResourceId"] = "Guard",
        ["PhysicalResourceId"] = physicalId,
        ["ResourceType"] = "Custom::HeadroomDeletionGuard",
        ["ResourceProperties"] = settleSeconds is null
            ? new JsonObject { ["ServiceToken"] = "arn:function" }
            : new JsonObject { ["ServiceToken"] = "arn:function", ["SettleSeconds"] = settleSeconds },
    }.ToJsonString());

    internal static AwsReply.Answered Described(JsonObject input) => new(new JsonObject { ["input"] = input.ToJsonString() }.ToJsonString());

    internal static JsonObject Input(string startAt) => new() { ["action"] = "hold", ["target"] = "service/shop/checkout", ["startAt"] = startAt, ["wanted"] = 5 };
}
