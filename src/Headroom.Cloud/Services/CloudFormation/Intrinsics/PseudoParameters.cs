using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>The parameters that CloudFormation gives every template.</summary>
internal static class PseudoParameters
{
    /// <summary>What a property becomes that is to be left out; recognized by reference.</summary>
    internal static readonly JsonNode NoValue = JsonValue.Create("AWS::NoValue");

    private static readonly HashSet<string> Names =
    [
        "AWS::AccountId", "AWS::NoValue", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix",
    ];

    internal static bool Is(string name) => Names.Contains(name);

    /// <summary>Their values for one stack.</summary>
    internal static IReadOnlyDictionary<string, JsonNode?> Of(
        CloudSettings settings, string stackId, string stackName, IReadOnlyList<string> notificationArns) =>
        new Dictionary<string, JsonNode?>
        {
            ["AWS::AccountId"] = settings.AccountId,
            ["AWS::NoValue"] = NoValue,
            ["AWS::NotificationARNs"] = new JsonArray(notificationArns.Select(arn => (JsonNode?)arn).ToArray()),
            ["AWS::Partition"] = CloudSettings.Partition,
            ["AWS::Region"] = settings.Region,
            ["AWS::StackId"] = stackId,
            ["AWS::StackName"] = stackName,
            ["AWS::URLSuffix"] = "amazonaws.com",
        };
}
