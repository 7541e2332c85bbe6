using System.Text.Json.Nodes;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>The tables of the room.</summary>
internal static class LambdaState
{
    /// <summary>By function name.</summary>
    internal static readonly TableName<Function> Functions = new("lambda/functions");

    /// <summary>By <see cref="QualifiedKey"/> of name and version; <c>$LATEST</c> is one of them.</summary>
    internal static readonly TableName<FunctionConfiguration> Versions = new("lambda/versions");

    /// <summary>By <see cref="QualifiedKey"/> of name and alias.</summary>
    internal static readonly TableName<Alias> Aliases = new("lambda/aliases");

    /// <summary>By <see cref="QualifiedKey"/> of name and qualifier.</summary>
    internal static readonly TableName<EventInvokeConfig> EventInvokeConfigs = new("lambda/event-invoke-configs");

    /// <summary>Deployment packages by <c>CodeSha256</c>; the same package is kept once.</summary>
    internal static readonly TableName<CodePackage> Packages = new("lambda/packages");

    /// <summary>By environment id. They live as long as their processes: none outlives the cloud.</summary>
    internal static readonly TableName<ExecutionEnvironment> Environments = new("lambda/environments");

    /// <summary>Running invocations by request id.</summary>
    internal static readonly TableName<Invocation> Invocations = new("lambda/invocations");

    /// <summary>Asynchronous invocations, waiting or running, by request id.</summary>
    internal static readonly TableName<QueuedEvent> Events = new("lambda/events");

    internal static string QualifiedKey(string name, string qualifier) => $"{name}\n{qualifier}";
}

/// <summary>What all versions of a function share.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="LastVersion">The number of the version published last; 0 where none was.</param>
/// <param name="ReservedConcurrency">Most invocations at a time, or null.</param>
/// <param name="Tags">The tags.</param>
internal sealed record Function(string Name, int LastVersion, int? ReservedConcurrency, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Statements of the resource policy; each with its qualifier, empty for the function itself.</summary>
    public IReadOnlyList<PermissionStatement> Permissions { get; init; } = [];
}

/// <summary>One statement of a function's resource policy.</summary>
internal sealed record PermissionStatement(string Sid, string Qualifier, JsonObject Statement);

/// <summary>A name for a version.</summary>
internal sealed record Alias(string FunctionName, string Name, string FunctionVersion, string Description, string RevisionId);

/// <summary>What becomes of asynchronous invocations; null where the default holds.</summary>
internal sealed record EventInvokeConfig(
    int? MaximumRetryAttempts,
    int? MaximumEventAgeInSeconds,
    string? OnSuccess,
    string? OnFailure,
    DateTimeOffset LastModified);

/// <summary>A deployment package.</summary>
internal sealed record CodePackage(byte[] Zip);
