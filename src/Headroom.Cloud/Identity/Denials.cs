using Headroom.Cloud.Identity.Policies;

namespace Headroom.Cloud.Identity;

/// <summary>The refusals in IAM's words (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html).</summary>
internal static class Denials
{
    /// <summary>Nothing allows it.</summary>
    internal static string NoneAllows(Principal principal, AccessQuestion question, string kindOfPolicy) =>
        $"{Opening(principal, question)} because no {kindOfPolicy} allows the {question.Action} action";

    /// <summary>Something denies it.</summary>
    internal static string Explicit(Principal principal, AccessQuestion question, string policy) =>
        $"{Opening(principal, question)} with an explicit deny in {policy}";

    private static string Opening(Principal principal, AccessQuestion question) =>
        $"User: {principal.Arn} is not authorized to perform: {question.Action} on resource: {question.Resource}";
}
