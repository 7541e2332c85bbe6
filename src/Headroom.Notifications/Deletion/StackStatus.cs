using System.Text.Json;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Deletion;

/// <summary>What CloudFormation is doing to the stack.</summary>
/// <param name="Name">The stack's status, such as <c>DELETE_IN_PROGRESS</c>; empty where it is not known.</param>
/// <param name="Problem">Why it is not known.</param>
internal sealed record StackStatus(string Name, string? Problem)
{
    /// <summary>An update, or its rollback, is removing what the stack no longer needs.</summary>
    public bool IsCleanUp => Name.EndsWith("_CLEANUP_IN_PROGRESS", StringComparison.Ordinal);

    /// <summary>Asks.</summary>
    public static async Task<StackStatus> ReadAsync(string stackId, PatientCalls calls)
    {
        var json = JsonSerializer.Serialize(new DescribeStacksRequest(stackId), AwsJson.Pascal.DescribeStacksRequest);
        return await calls.CallAsync("cloudformation", "DescribeStacks", json) switch
        {
            AwsReply.Failed failed => new StackStatus("", $"What becomes of the stack cannot be read ({failed.Code}: {failed.Message})."),
            AwsReply.Answered answered when JsonSerializer.Deserialize(answered.Json, AwsJson.Pascal.DescribeStacksResponse) is { Stacks: [{ StackStatus: { } name }] } =>
                new StackStatus(name, Problem: null),
            _ => new StackStatus("", "CloudFormation does not say what becomes of the stack."),
        };
    }
}
