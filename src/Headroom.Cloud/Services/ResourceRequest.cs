using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services;

/// <summary>What CloudFormation asks of a resource type.</summary>
/// <param name="Step">The running step. Calls made with <see cref="Call"/> act as the stack's principal.</param>
/// <param name="StackId">The stack's ARN.</param>
/// <param name="StackName">The stack's name, for generated names.</param>
/// <param name="LogicalId">The resource's name in the template.</param>
/// <param name="PhysicalId">What the resource is called in its service; empty on create.</param>
/// <param name="Properties">Properties with every intrinsic function resolved.</param>
/// <param name="OldProperties">On update: what they were; else empty.</param>
/// <param name="ClientToken">Stable for this create, update or delete: the same on each <see cref="ResourceType.Check"/>.</param>
public sealed record ResourceRequest(
    Step Step,
    string StackId,
    string StackName,
    string LogicalId,
    string PhysicalId,
    JsonObject Properties,
    JsonObject OldProperties,
    string ClientToken)
{
    /// <summary>When the service was first asked for this create, update or delete, or its creation got under way.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The stack's tags and the <c>aws:cloudformation:*</c> tags, which services that take tags get.</summary>
    public IReadOnlyDictionary<string, string> StackTags { get; init; } = new Dictionary<string, string>();

    /// <summary>Calls an operation through the dispatcher, as the stack.</summary>
    public Outcome<TResponse> Call<TRequest, TResponse>(string service, string operation, TRequest request) =>
        Step.Call<TRequest, TResponse>(service, operation, request);

    /// <summary>Calls an operation as the stack where only success matters: null, or the refusal.</summary>
    public Refusal? Try<TRequest, TResponse>(string service, string operation, TRequest request) => Call<TRequest, TResponse>(service, operation, request) switch
    {
        Outcome<TResponse>.Refused refused => refused.Refusal,
        _ => null,
    };

    /// <summary>A name as CloudFormation makes them: stack, logical id, twelve random characters, cut to <paramref name="maxLength"/>.</summary>
    public string GeneratedName(int maxLength = 64)
    {
        var suffix = Step.Ids.NextBase32(12);
        var stem = $"{StackName}-{LogicalId}";
        return $"{stem[..Math.Min(stem.Length, maxLength - suffix.Length - 1)]}-{suffix}";
    }
}

/// <summary>How far a resource is.</summary>
public abstract record ResourceProgress
{
    private ResourceProgress()
    {
    }

    /// <summary>Done. <paramref name="PhysicalId"/> is what <c>Ref</c> gives (unless <paramref name="Ref"/> says otherwise), <paramref name="Attributes"/> what <c>Fn::GetAtt</c> gives.</summary>
    public sealed record Done(string PhysicalId, IReadOnlyDictionary<string, JsonNode?>? Attributes = null, string? Ref = null) : ResourceProgress;

    /// <summary>Under way; ask <see cref="ResourceType.Check"/> again after <paramref name="AskAgainAfter"/> of cloud time.</summary>
    public sealed record InProgress(string PhysicalId, TimeSpan AskAgainAfter) : ResourceProgress;

    /// <summary>Failed, with the reason that the stack's event shows.</summary>
    public sealed record Failed(string Reason) : ResourceProgress
    {
        /// <summary>Only because the account called too often: CloudFormation tries again.</summary>
        public bool IsThrottled { get; init; }
    }

    /// <summary>Calls one after the other until one is refused: <paramref name="done"/>, or why it failed.</summary>
    /// <param name="service">Whose refusals they are, e.g. <c>Iam</c>.</param>
    /// <param name="calls">A lazy sequence of calls, each null where it succeeded.</param>
    /// <param name="done">Asked only where all succeeded.</param>
    public static ResourceProgress All(string service, IEnumerable<Refusal?> calls, Func<ResourceProgress> done) =>
        calls.FirstOrDefault(refusal => refusal is not null) is { } first ? From(service, first) : done();

    /// <summary>A refusal of the service, in CloudFormation's words.</summary>
    public static Failed From(string service, Refusal refusal) => new($"{refusal.Message} (Service: {service}, Error Code: {refusal.Code})")
    {
        IsThrottled = refusal.Code is "ThrottlingException" or "Throttling",
    };
}
