using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>
/// A resource of a stack as it is. Its slot is its logical id; one that was replaced and waits to be removed has its physical id
/// behind that and a tab.
/// </summary>
internal sealed record StackResourceRecord(string StackId, string Slot, string LogicalId, string Type)
{
    public string PhysicalId { get; init; } = "";

    /// <summary>What Ref gives where it is not the physical id.</summary>
    public string? Ref { get; init; }

    /// <summary>What Fn::GetAtt gives.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Attributes { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>The resolved properties that it was last made to have.</summary>
    public JsonObject Properties { get; init; } = [];

    /// <summary>Logical ids that must outlive it.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    public string DeletionPolicy { get; init; } = "Delete";

    public string? UpdateReplacePolicy { get; init; }

    public JsonNode? Metadata { get; init; }

    public required string Status { get; init; }

    public string? StatusReason { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The phase (<see cref="StackOperation.PhaseId"/>) in which it last came to rest.</summary>
    public string? SettledIn { get; init; }

    /// <summary>The operation that put another in its place.</summary>
    public string? SupersededIn { get; init; }

    /// <summary>What is being done to it.</summary>
    public ResourceAction? Action { get; init; }

    /// <summary>Properties that a failed update may have given it; the way back starts from these.</summary>
    public JsonObject? Attempted { get; init; }

    /// <summary>It is no more; the record remains for DescribeStackResources.</summary>
    public bool IsGone { get; init; }

    internal bool IsSuperseded => Slot != LogicalId;

    internal string Key => KeyOf(StackId, Slot);

    internal static string KeyOf(string stackId, string slot) => $"{stackId}\n{slot}";

    internal static string SupersededSlot(string logicalId, string physicalId) => $"{logicalId}\t{physicalId}";
}

/// <summary>What is done to a resource.</summary>
internal enum ActionKind
{
    Create,

    /// <summary>A new physical resource in place of the one that was there.</summary>
    Replace,
    Update,
    Delete,
}

/// <summary>Something being done to a resource.</summary>
/// <param name="Kind">What.</param>
/// <param name="ClientToken">Stable until it is done.</param>
/// <param name="Properties">What it is to have; on delete what it has.</param>
/// <param name="OldProperties">On update: what it has.</param>
internal sealed record ResourceAction(ActionKind Kind, string ClientToken, JsonObject Properties, JsonObject OldProperties)
{
    /// <summary>The service has been called and the work goes on there.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>How the statuses of this kind begin.</summary>
    internal string Verb => Kind switch
    {
        ActionKind.Create => "CREATE",
        ActionKind.Replace or ActionKind.Update => "UPDATE",
        ActionKind.Delete => "DELETE",
        _ => throw new InvalidOperationException($"An action of an unknown kind: {Kind}"),
    };
}
