using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Identity;

/// <summary>What is asked for, as IAM sees it.</summary>
/// <param name="Action">IAM's name of the action, e.g. <c>lambda:InvokeFunction</c>.</param>
/// <param name="Resource">ARN of what it is done to, or <c>*</c>.</param>
/// <param name="ResourcePolicies">JSON policy documents attached to the resource itself (a queue's, a function's).</param>
public sealed record AccessRequest(string Action, string Resource, IReadOnlyList<string> ResourcePolicies)
{
    /// <summary>The service's own condition keys, e.g. <c>iam:PassedToService</c>.</summary>
    public IReadOnlyDictionary<string, string> Context { get; init; } = new Dictionary<string, string>();
}

/// <summary>Decides, in one place, who may do what.</summary>
public interface IAuthorizer
{
    /// <summary>Null where the caller may; else the reason in IAM's words ("User: … is not authorized to perform: … on resource: … because …").</summary>
    string? Deny(Step step, Principal principal, AccessRequest request);
}
