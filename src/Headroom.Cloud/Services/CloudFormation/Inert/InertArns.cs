namespace Headroom.Cloud.Services.CloudFormation.Inert;

/// <summary>ARNs of inert records.</summary>
internal static class InertArns
{
    /// <summary>E.g. <c>arn:aws:kms:us-east-1:123456789012:key/ID</c> for AWS::KMS::Key.</summary>
    internal static string Of(CloudSettings settings, string type, string physicalId) => type.Split("::") is [_, var service, var kind]
        ? settings.Arn(service.ToLowerInvariant(), $"{kind.ToLowerInvariant()}/{physicalId}")
        : settings.Arn("cloudformation", $"custom/{physicalId}");
}
