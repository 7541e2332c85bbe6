namespace Headroom.Cloud;

/// <summary>What does not change while a cloud runs.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">E.g. <c>us-east-1</c>.</param>
/// <param name="Endpoint">Where clients reach the gateway, e.g. <c>http://127.0.0.1:4566</c>, without a trailing slash.</param>
public sealed record CloudSettings(string AccountId, string Region, string Endpoint)
{
    /// <summary>Always <c>aws</c>: the commercial Regions.</summary>
    public const string Partition = "aws";

    /// <summary>An ARN in this account and Region, e.g. <c>Arn("sqs", "my-queue")</c>.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}";

    /// <summary>An ARN of a global service (IAM), without a Region.</summary>
    public string GlobalArn(string service, string resource) => $"arn:{Partition}:{service}::{AccountId}:{resource}";
}
