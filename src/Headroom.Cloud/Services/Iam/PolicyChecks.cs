using Headroom.Cloud.Identity.Policies;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Iam;

/// <summary>What a policy must be before it is stored; the refusals are IAM's.</summary>
internal static class PolicyChecks
{
    /// <summary>An identity policy: every statement has resources, none a principal.</summary>
    internal static Refusal? Identity(string text) => Check(text, document =>
        document.Statements.Any(statement => statement.Principals is not null) ? "Policy document should not specify a principal."
        : document.Statements.Any(statement => statement.Resources is null) ? "Policy statement must contain resources."
        : null);

    /// <summary>A role's trust policy: every statement has a principal, none resources.</summary>
    internal static Refusal? Trust(string text) => Check(text, document =>
        document.Statements.Any(statement => statement.Resources is not null) ? "Has prohibited field Resource."
        : document.Statements.Any(statement => statement.Principals is null) ? "Missing required field Principal."
        : null);

    private static Refusal? Check(string text, Func<PolicyDocument, string?> problemOf)
    {
        var (document, problem) = PolicySyntax.Read(text);
        return (problem ?? problemOf(document!)) is { } found ? new Refusal("MalformedPolicyDocument", found) : null;
    }
}
