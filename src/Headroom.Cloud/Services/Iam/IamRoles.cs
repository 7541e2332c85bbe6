using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Iam;

/// <summary>Finds roles by name and by ARN.</summary>
internal static class IamRoles
{
    internal static StoredRole? Find(Step step, string roleName) => step.Table(IamState.Roles).Find(roleName);

    internal static StoredRole? FindByArn(Step step, string roleArn) =>
        Find(step, roleArn[(roleArn.LastIndexOf('/') + 1)..]) is { } role && role.Arn == roleArn ? role : null;

    /// <summary>The role's ARN; for a role that does not exist (yet) the one it would have without a path.</summary>
    internal static string Arn(Step step, string roleName, string path = "/") =>
        Find(step, roleName)?.Arn ?? step.Settings.GlobalArn("iam", $"role{path}{roleName}");

    internal static Refusal Unknown(string roleName) => new("NoSuchEntity", $"The role with name {roleName} cannot be found.");
}
