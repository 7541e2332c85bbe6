using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.Ssm;

namespace Headroom.Cloud.Services.Ssm;

/// <summary>A parameter with all the versions it has had.</summary>
internal sealed record StoredParameter(string Name, string Arn, string Type, IReadOnlyList<StoredVersion> Versions)
{
    public string? Description { get; init; }

    public string? KeyId { get; init; }

    public string? AllowedPattern { get; init; }

    public string Tier { get; init; } = "Standard";

    public string DataType { get; init; } = "text";

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The version in force.</summary>
    internal StoredVersion Latest => Versions[^1];
}

/// <summary>One version of a parameter's value; numbers go from 1.</summary>
internal sealed record StoredVersion(long Number, string Value, DateTimeOffset LastModifiedDate, string LastModifiedUser);

/// <summary>The table of the room.</summary>
internal static class SsmState
{
    /// <summary>By name.</summary>
    internal static readonly TableName<StoredParameter> Parameters = new("ssm/parameters");
}
