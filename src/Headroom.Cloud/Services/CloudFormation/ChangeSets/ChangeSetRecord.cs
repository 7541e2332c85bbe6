using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation.ChangeSets;

/// <summary>A change set: what a stack is to become, and what that would change.</summary>
internal sealed record ChangeSetRecord(string ChangeSetId, string Name, string StackId, DateTimeOffset CreationTime, StackVersion Target)
{
    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public required string ExecutionStatus { get; init; }

    public string? Description { get; init; }

    public string? RoleArn { get; init; }

    public string? OnStackFailure { get; init; }

    public bool IncludeNestedStacks { get; init; }

    public bool ImportExistingResources { get; init; }

    public string? DeploymentMode { get; init; }

    public IReadOnlyList<Change> Changes { get; init; } = [];
}
