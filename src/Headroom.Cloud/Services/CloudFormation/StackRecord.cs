using Headroom.Cloud.Identity;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>A stack. Deleted ones stay, readable by their ARN.</summary>
internal sealed record StackRecord(string StackId, string StackName, DateTimeOffset CreationTime)
{
    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    /// <summary>What the stack was last asked to be.</summary>
    public required StackVersion Version { get; init; }

    public IReadOnlyList<Output> Outputs { get; init; } = [];

    /// <summary>Names of other stacks' exports that its resources were made with.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>The role that operations on the stack act as, unless they name another.</summary>
    public string? RoleArn { get; init; }

    public string? ChangeSetId { get; init; }

    public bool DisableRollback { get; init; }

    public bool TerminationProtection { get; init; }

    public int? TimeoutInMinutes { get; init; }

    public DateTimeOffset? LastUpdatedTime { get; init; }

    public DateTimeOffset? DeletionTime { get; init; }

    /// <summary>What is under way.</summary>
    public StackOperation? Operation { get; init; }

    /// <summary>The update that failed and was left as it is, or whose rollback failed: it can be rolled back yet.</summary>
    public StackOperation? Halted { get; init; }

    /// <summary>How many events there are: the next one's number.</summary>
    public int EventCount { get; init; }

    internal bool IsDeleted => Status == StackStatuses.DeleteComplete;
}

/// <summary>What a stack is to be: everything that an update can change and a rollback goes back to.</summary>
/// <param name="TemplateId">Key of the text in <see cref="CloudFormationState.Templates"/>; empty where a stack is under review and has none yet.</param>
internal sealed record StackVersion(string TemplateId)
{
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<string> NotificationArns { get; init; } = [];
}

/// <summary>What a stack operation does at the moment.</summary>
internal enum StackPhase
{
    /// <summary>Resources are brought to what the template says.</summary>
    Converging,

    /// <summary>An update failed: resources are brought back to what they were.</summary>
    RollingBack,

    /// <summary>An update or its rollback is done; what it no longer needs is removed.</summary>
    CleaningUp,

    /// <summary>Everything is removed: a delete, or the rollback of a create.</summary>
    Deleting,
}

/// <summary>An operation on a stack, from the call that began it to the status that ends it.</summary>
/// <param name="Id">Unique; resources note in which operation and phase they came to rest.</param>
/// <param name="Caller">Who began it.</param>
internal sealed record StackOperation(string Id, Principal Caller)
{
    public required StackPhase Phase { get; init; }

    /// <summary>The statuses that it goes through.</summary>
    public required StackOutcomes Outcomes { get; init; }

    /// <summary>What a failed update goes back to.</summary>
    public StackVersion? Before { get; init; }

    /// <summary>The outputs that belong to <see cref="Before"/>.</summary>
    public IReadOnlyList<Output> OutputsBefore { get; init; } = [];

    /// <summary>Earlier updates, oldest first, that failed and were left as they were: a rollback undoes them, too.</summary>
    public IReadOnlyList<string> Over { get; init; } = [];

    /// <summary>Whether what a rolled-back operation created goes although its deletion policy says <c>Retain</c>.</summary>
    public bool RetainExceptOnCreate { get; init; }

    /// <summary>Logical ids whose resources stay although they are to be removed.</summary>
    public IReadOnlyList<string> RetainResources { get; init; } = [];

    /// <summary>Logical ids of what failed in this phase.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    /// <summary>What becomes of a stack whose creation failed: <c>ROLLBACK</c>, <c>DELETE</c> or <c>DO_NOTHING</c>.</summary>
    public string OnFailure { get; init; } = "ROLLBACK";

    /// <summary>The role that it acts as; without one it acts as its caller.</summary>
    public string? RoleArn { get; init; }

    public string? ClientRequestToken { get; init; }

    /// <summary>Resources take no time and the whole operation happens in one step.</summary>
    public bool AtOnce { get; init; }

    /// <summary>What a resource notes once it is what this phase wants it to be.</summary>
    internal string PhaseId => $"{Id}/{Phase}";
}
