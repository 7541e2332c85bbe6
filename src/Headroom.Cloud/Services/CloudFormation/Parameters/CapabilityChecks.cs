using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Parameters;

/// <summary>
/// Capabilities: who deploys a template that makes IAM resources must say so
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html).
/// </summary>
internal static class CapabilityChecks
{
    private const string Iam = "CAPABILITY_IAM";
    private const string NamedIam = "CAPABILITY_NAMED_IAM";
    private const string AutoExpand = "CAPABILITY_AUTO_EXPAND";

    private static readonly HashSet<string> CustomNames = ["RoleName", "ManagedPolicyName", "UserName", "GroupName", "InstanceProfileName"];

    /// <summary>The capabilities that a template needs, and why.</summary>
    internal static (IReadOnlyList<string> Capabilities, string? Reason) Needed(Template template)
    {
        var iam = template.Resources.Values.Where(resource => resource.Type.StartsWith("AWS::IAM::", StringComparison.Ordinal)).ToList();
        var named = iam.Any(resource => resource.Properties.Any(property => CustomNames.Contains(property.Key)));
        var needed = (iam.Count, named) switch
        {
            (0, _) => [],
            (_, true) => new List<string> { NamedIam },
            _ => [Iam],
        };
        if (template.Transforms.Count > 0)
        {
            needed.Add(AutoExpand);
        }

        var reason = iam.Count == 0
            ? null
            : $"The following resource(s) require capabilities: [{string.Join(", ", iam.Select(resource => resource.Type).Distinct())}]";
        return (needed, reason);
    }

    /// <summary>The refusal where a needed capability was not given; a named one covers the unnamed.</summary>
    internal static Refusal? Check(Template template, IReadOnlyList<string> given)
    {
        var missing = Needed(template).Capabilities.Where(needed => !given.Contains(needed) && !(needed == Iam && given.Contains(NamedIam))).ToList();
        return missing.Count > 0 ? new Refusal("InsufficientCapabilitiesException", $"Requires capabilities : [{string.Join(", ", missing)}]") : null;
    }
}
