using Headroom.Cloud.Kernel;
using Headroom.Cloud.Store;

namespace Headroom.Cloud.Identity;

/// <summary>Temporary credentials that the cloud issued.</summary>
/// <param name="AccessKeyId"><c>ASIA</c> and sixteen characters.</param>
/// <param name="SecretAccessKey">Forty characters; signatures are verified with it.</param>
/// <param name="SessionToken">Must come with every request, in <c>x-amz-security-token</c>.</param>
/// <param name="Principal">Whose they are.</param>
/// <param name="Expiration">Cloud time from which they are refused.</param>
public sealed record IssuedCredentials(
    string AccessKeyId, string SecretAccessKey, string SessionToken, Principal Principal, DateTimeOffset Expiration);

/// <summary>The credentials that the cloud issued: to sessions of roles, and to the functions it runs.</summary>
public static class Credentials
{
    /// <summary>What every access key id that the cloud issues begins with.</summary>
    public const string Prefix = "ASIA";

    private static readonly TableName<IssuedCredentials> Issued = new("sts/credentials");

    /// <summary>The credentials of this access key, or null where the cloud did not issue it. They stay known after they expired.</summary>
    public static IssuedCredentials? Find(Step step, string accessKeyId) => step.Table(Issued).Find(accessKeyId);

    /// <summary>New credentials of a principal.</summary>
    public static IssuedCredentials Issue(Step step, Principal principal, TimeSpan duration)
    {
        var issued = new IssuedCredentials(
            Prefix + step.Ids.NextBase32(16),
            step.Ids.NextHex(40),
            Convert.ToBase64String(Enumerable.Range(0, 18).SelectMany(_ => BitConverter.GetBytes(step.Ids.NextBits())).ToArray()),
            principal,
            step.Now + duration);
        step.Table(Issued).Put(issued.AccessKeyId, issued);
        return issued;
    }
}
