namespace Headroom.Cloud.Services.Sns;

/// <summary>CloudFormation resource types: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_SNS.html.</summary>
internal static class SnsResources
{
    internal static IReadOnlyList<ResourceType> All { get; } = [];
}
