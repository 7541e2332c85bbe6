using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Logs;

/// <summary>CloudFormation resource types: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_Logs.html.</summary>
internal static class LogsResources
{
    internal static IReadOnlyList<ResourceType> All { get; } = [];
}
