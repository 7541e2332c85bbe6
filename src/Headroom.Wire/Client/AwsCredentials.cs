using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace Headroom.Wire.Client;

/// <summary>
/// Finds credentials where every AWS tool does (environment, profiles, single sign-on, containers, instances), by the SDK's own chain
/// (<see href="https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html"/>).
/// </summary>
public static class AwsCredentials
{
    /// <summary>The signer of the profile named, or of the first link of the chain that has credentials.</summary>
    /// <exception cref="AmazonClientException">There are none.</exception>
    public static async Task<RequestSigner> ResolveAsync(string? profile)
    {
        var found = profile is null ? await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(clientConfig: null)
            : new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var ofProfile) ? ofProfile
            : throw new AmazonClientException($"there is no profile {profile}");
        var credentials = await found.GetCredentialsAsync();
        return new RequestSigner(credentials.AccessKey, credentials.SecretKey, credentials.UseToken ? credentials.Token : null);
    }
}
