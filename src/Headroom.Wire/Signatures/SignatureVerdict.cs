namespace Headroom.Wire.Signatures;

/// <summary>What a look at a request's signature comes to.</summary>
public abstract record SignatureVerdict
{
    private SignatureVerdict()
    {
    }

    /// <summary>The owner of the key signed exactly this request.</summary>
    /// <param name="Scope">Who signed, for what.</param>
    /// <param name="SessionToken">The session token that came along, or null.</param>
    public sealed record Valid(CredentialScope Scope, string? SessionToken) : SignatureVerdict;

    /// <summary>There is no signature.</summary>
    public sealed record Unsigned : SignatureVerdict;

    /// <summary>The key is not known.</summary>
    /// <param name="Scope">Who claims to have signed.</param>
    public sealed record UnknownKey(CredentialScope Scope) : SignatureVerdict;

    /// <summary>It was signed too long ago, or in the future.</summary>
    /// <param name="Reason">When, and what the limit is.</param>
    public sealed record Skewed(string Reason) : SignatureVerdict;

    /// <summary>The signature is another one than the key makes of this request, or cannot be read.</summary>
    /// <param name="Reason">What AWS says of it.</param>
    public sealed record Mismatch(string Reason) : SignatureVerdict;
}
