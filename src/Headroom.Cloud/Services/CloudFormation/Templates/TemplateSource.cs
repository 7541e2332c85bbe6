using System.Text;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.CloudFormation.Templates;

/// <summary>Where a request's template is: in the request, in a bucket of this cloud, or already with the stack.</summary>
internal static class TemplateSource
{
    /// <summary>The text, read as the caller; a refusal where there is none or more than one.</summary>
    internal static Outcome<string> Read(Step step, string? body, string? url, string? previous = null) => (body, url, previous) switch
    {
        ({ } text, null, null) => text,
        (null, { } address, null) => FromBucket(step, address),
        (null, null, { } text) => text,
        (null, null, null) => new Refusal("ValidationError", "Either Template URL or Template Body must be specified."),
        _ => new Refusal("ValidationError", "Specify exactly one of TemplateBody, TemplateURL and UsePreviousTemplate."),
    };

    private static Outcome<string> FromBucket(Step step, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || BucketAndKey(step, url) is not var (bucket, key))
        {
            return new Refusal("ValidationError", "TemplateURL must be a supported URL.");
        }

        return step.Call<GetObjectRequest, GetObjectResponse>("s3", "GetObject", new() { Bucket = bucket, Key = key }) switch
        {
            Outcome<GetObjectResponse>.Answered answered => Encoding.UTF8.GetString(answered.Response.Body ?? []),
            Outcome<GetObjectResponse>.Refused { Refusal.Code: "AccessDenied" } => new Refusal("ValidationError", "S3 error: Access Denied"),
            Outcome<GetObjectResponse>.Refused refused => new Refusal("ValidationError", $"S3 error: {refused.Refusal.Message}"),
            var other => throw new InvalidOperationException($"GetObject cannot end so: {other}"),
        };
    }

    // http://127.0.0.1:4566/BUCKET/KEY, https://s3.REGION.amazonaws.com/BUCKET/KEY, https://BUCKET.s3.REGION.amazonaws.com/KEY
    private static (string Bucket, string Key)? BucketAndKey(Step step, Uri url)
    {
        var path = Uri.UnescapeDataString(url.AbsolutePath).TrimStart('/');
        var isOwn = url.IsLoopback || url.Authority == new Uri(step.Settings.Endpoint).Authority || url.Host.StartsWith("s3.", StringComparison.Ordinal);
        if (isOwn)
        {
            return path.Split('/', 2) is [{ Length: > 0 } bucket, { Length: > 0 } key] ? (bucket, key) : null;
        }

        return url.Host.IndexOf(".s3.", StringComparison.Ordinal) is > 0 and var cut && path.Length > 0 ? (url.Host[..cut], path) : null;
    }
}
