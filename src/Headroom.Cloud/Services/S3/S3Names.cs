using System.Text.RegularExpressions;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.S3;

/// <summary>Names, ARNs and the refusals that name them.</summary>
internal static partial class S3Names
{
    internal static string BucketArn(string bucket) => $"arn:aws:s3:::{bucket}";

    internal static string ObjectArn(string bucket, string key) => $"arn:aws:s3:::{bucket}/{key}";

    /// <summary>The bucket's own policy, for the authorizer.</summary>
    internal static IReadOnlyList<string> Policies(Step step, string bucket) =>
        step.Table(S3State.Buckets).Find(bucket)?.Policy is { } policy ? [policy] : [];

    internal static bool IsBucketName(string name) => BucketName().IsMatch(name);

    internal static Refusal NoSuchBucket(string bucket) =>
        new("NoSuchBucket", "The specified bucket does not exist", new() { ["BucketName"] = bucket });

    internal static Refusal NoSuchKey(string key) => new("NoSuchKey", "The specified key does not exist.", new() { ["Key"] = key });

    internal static Refusal NoSuchUpload { get; } = new(
        "NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.");

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", RegexOptions.None, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex BucketName();
}
