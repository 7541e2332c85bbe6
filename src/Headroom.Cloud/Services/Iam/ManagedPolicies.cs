using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Iam;

/// <summary>Managed policies: the account's own, and the ones of AWS that the cloud has.</summary>
internal static class ManagedPolicies
{
    /// <summary>The document that is in force, or null where there is no such policy.</summary>
    internal static string? DocumentOf(Step step, string policyArn) =>
        AwsManagedPolicies.Find(policyArn) ?? (step.Table(IamState.Policies).Find(policyArn) is { } own ? own.Versions[own.DefaultVersionId].Document : null);

    /// <summary>How many roles the policy is attached to.</summary>
    internal static int AttachmentCount(Step step, string policyArn) =>
        step.Table(IamState.Roles).All.Count(role => role.AttachedPolicies.Contains(policyArn));

    internal static Refusal Unknown(string policyArn) => new(
        "NoSuchEntity",
        AwsManagedPolicies.IsAws(policyArn)
            ? $"Policy {policyArn} is not among the AWS managed policies that the embedded cloud has: {string.Join(", ", AwsManagedPolicies.Names)}."
            : $"Policy {policyArn} was not found.");
}
