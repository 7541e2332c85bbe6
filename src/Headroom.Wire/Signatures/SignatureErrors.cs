using Headroom.Wire.Descriptions;
using Headroom.Wire.Protocols;

namespace Headroom.Wire.Signatures;

/// <summary>What a client is told when its signature does not do: each protocol has its own names for it.</summary>
public static class SignatureErrors
{
    /// <summary>The error of a verdict; null for a valid one.</summary>
    public static WireError? For(SignatureVerdict verdict, WireProtocol protocol) => verdict switch
    {
        SignatureVerdict.Valid => null,
        SignatureVerdict.Unsigned => protocol switch
        {
            WireProtocol.RestXml => new WireError("AccessDenied", "Access Denied"),
            WireProtocol.Query => new WireError("MissingAuthenticationToken", "Request is missing Authentication Token"),
            _ => new WireError("MissingAuthenticationTokenException", "Missing Authentication Token"),
        },
        SignatureVerdict.UnknownKey => protocol switch
        {
            WireProtocol.RestXml => new WireError("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."),
            WireProtocol.Query => new WireError("InvalidClientTokenId", "The security token included in the request is invalid."),
            _ => new WireError("UnrecognizedClientException", "The security token included in the request is invalid."),
        },
        SignatureVerdict.Skewed skewed => protocol switch
        {
            WireProtocol.RestXml => new WireError("RequestTimeTooSkewed", skewed.Reason),
            WireProtocol.Query => new WireError("SignatureDoesNotMatch", skewed.Reason),
            _ => new WireError("InvalidSignatureException", skewed.Reason),
        },
        SignatureVerdict.Mismatch mismatch => protocol switch
        {
            WireProtocol.RestXml or WireProtocol.Query => new WireError("SignatureDoesNotMatch", mismatch.Reason),
            _ => new WireError("InvalidSignatureException", mismatch.Reason),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "no verdict known here"),
    };

    /// <summary>The error for a session token that is not the key's, or past its time.</summary>
    public static WireError ExpiredToken(WireProtocol protocol) => protocol is WireProtocol.RestXml or WireProtocol.Query
        ? new WireError("ExpiredToken", "The security token included in the request is expired")
        : new WireError("ExpiredTokenException", "The security token included in the request is expired");
}
