using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
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

/// <summary>Keys that the cloud issued are the principals they were issued to, and their signatures are verified; any other key (or none) is the account's administrator.</summary>
internal static class Authentication
{
    /// <param name="step">Knows the issued keys and the cloud's time, in which they expire.</param>
    /// <param name="request">The request as it came.</param>
    /// <param name="protocol">In whose words a refusal is given.</param>
    /// <param name="wallNow">The wall clock: that is what clients sign with.</param>
    internal static Authenticated Check(Step step, WireRequest request, Protocol protocol, DateTimeOffset wallNow)
    {
        if (CredentialScope.Of(request)?.AccessKeyId is not { } key || Credentials.Find(step, key) is not { } issued)
        {
            return new Authenticated.As(new Principal.Administrator(step.Settings.AccountId, CredentialScope.Of(request)?.AccessKeyId ?? "anonymous"));
        }

        var verdict = SignatureVerifier.Verify(request, _ => issued.SecretAccessKey, wallNow);
        return verdict switch
        {
            SignatureVerdict.Valid valid when valid.SessionToken == issued.SessionToken && step.Now < issued.Expiration => new Authenticated.As(issued.Principal),
            SignatureVerdict.Valid => new Authenticated.Refused(SignatureErrors.ExpiredToken(protocol.Kind)),
            _ => new Authenticated.Refused(SignatureErrors.For(verdict, protocol.Kind)!),
        };
    }
}
