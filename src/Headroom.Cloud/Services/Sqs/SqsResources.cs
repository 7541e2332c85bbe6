namespace Headroom.Cloud.Services.Sqs;

/// <summary>CloudFormation resource types: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_SQS.html.</summary>
internal static class SqsResources
{
    internal static IReadOnlyList<ResourceType> All { get; } = [];
}
