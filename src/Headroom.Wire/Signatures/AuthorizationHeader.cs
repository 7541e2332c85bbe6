namespace Headroom.Wire.Signatures;

/// <summary>The header <c>Authorization</c> of a signed request.</summary>
/// <param name="Scope">Who signed, for what.</param>
/// <param name="SignedHeaders">The names of the headers that are signed, in lower case.</param>
/// <param name="Signature">64 hexadecimal digits.</param>
public sealed record AuthorizationHeader(CredentialScope Scope, IReadOnlyList<string> SignedHeaders, string Signature)
{
    /// <summary>Reads <c>AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</c>; null where it is something else.</summary>
    public static AuthorizationHeader? Parse(string header)
    {
        if (!header.StartsWith(CredentialScope.Algorithm + " ", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = header[CredentialScope.Algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1], StringComparer.Ordinal);
        return parts["Credential"].FirstOrDefault() is { } credential && CredentialScope.Parse(credential) is { } scope
            && parts["SignedHeaders"].FirstOrDefault() is { } signed && parts["Signature"].FirstOrDefault() is { } signature
            ? new AuthorizationHeader(scope, signed.Split(';'), signature)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{CredentialScope.Algorithm} Credential={Scope.AccessKeyId}/{Scope.Text}, SignedHeaders={string.Join(';', SignedHeaders)}, Signature={Signature}";
}
