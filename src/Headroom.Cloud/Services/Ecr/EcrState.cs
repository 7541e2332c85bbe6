using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.Ecr;

namespace Headroom.Cloud.Services.Ecr;

/// <summary>A repository, as the API shows it, and what is attached to it.</summary>
internal sealed record StoredRepository(Repository Repository)
{
    public string? Policy { get; init; }

    public string? LifecyclePolicy { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];
}

/// <summary>The table of the room.</summary>
internal static class EcrState
{
    /// <summary>By name.</summary>
    internal static readonly TableName<StoredRepository> Repositories = new("ecr/repositories");
}
