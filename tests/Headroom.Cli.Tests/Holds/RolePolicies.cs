using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Holds;

/// <summary>The inline policies of the stack's roles.</summary>
internal static class RolePolicies
{
    /// <summary>Takes an action away from every role that has it.</summary>
    public static async Task TakeAwayAsync(RunningStack stack, string action)
    {
        var changed = 0;
        foreach (var role in (await stack.CallAsync("iam", "ListRoles", []))["Roles"]!.AsArray().Select(role => (string)role!["RoleName"]!))
        {
            foreach (var policy in (await stack.CallAsync("iam", "ListRolePolicies", new() { ["RoleName"] = role }))["PolicyNames"]?.AsArray() ?? [])
            {
                var document = (await stack.CallAsync("iam", "GetRolePolicy", new() { ["RoleName"] = role, ["PolicyName"] = (string)policy! }))["PolicyDocument"];
                var text = Uri.UnescapeDataString((string)document!);
                if (text.Contains(action, StringComparison.Ordinal))
                {
                    changed++;
                    await stack.CallAsync("iam", "PutRolePolicy", new()
                    {
                        ["RoleName"] = role,
                        ["PolicyName"] = (string)policy!,
                        ["PolicyDocument"] = text.Replace(action, "application-autoscaling:DescribeScalingActivities", StringComparison.Ordinal),
                    });
                }
            }
        }

        changed.ShouldBeGreaterThan(0, $"no role has {action}");
    }
}
