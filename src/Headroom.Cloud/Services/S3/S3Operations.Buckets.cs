using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>Buckets.</summary>
internal static partial class S3Operations
{
    internal static Outcome<CreateBucketResponse> CreateBucket(Step step, CreateBucketRequest request)
    {
        if (!S3Names.IsBucketName(request.Bucket))
        {
            return new Refusal("InvalidBucketName", "The specified bucket is not valid.");
        }

        if (step.Table(S3State.Buckets).Find(request.Bucket) is not null)
        {
            return new Refusal("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.");
        }

        step.Table(S3State.Buckets).Put(request.Bucket, new(request.Bucket, step.Now) { Tags = request.CreateBucketConfiguration?.Tags ?? [] });
        return new CreateBucketResponse { Location = $"/{request.Bucket}" };
    }

    internal static Outcome<HeadBucketResponse> HeadBucket(Step step, HeadBucketRequest request) =>
        With(step, request.Bucket, _ => new HeadBucketResponse { BucketRegion = step.Settings.Region });

    internal static Outcome<ListBucketsResponse> ListBuckets(Step step, ListBucketsRequest request) => new ListBucketsResponse
    {
        Buckets = step.Table(S3State.Buckets).WithPrefix(request.Prefix ?? "")
            .Select(bucket => new Bucket { Name = bucket.Name, CreationDate = bucket.CreationDate })
            .ToList(),
        Owner = new() { ID = step.Settings.AccountId, DisplayName = "administrator" },
        Prefix = request.Prefix,
    };

    // us-east-1 is the absence of a location constraint.
    internal static Outcome<GetBucketLocationResponse> GetBucketLocation(Step step, GetBucketLocationRequest request) => With(
        step, request.Bucket, _ => new GetBucketLocationResponse { LocationConstraint = step.Settings.Region == "us-east-1" ? null : step.Settings.Region });

    internal static Outcome<DeleteBucketResponse> DeleteBucket(Step step, DeleteBucketRequest request)
    {
        if (step.Table(S3State.Buckets).Find(request.Bucket) is null)
        {
            return S3Names.NoSuchBucket(request.Bucket);
        }

        if (step.Table(S3State.Objects).Page(S3State.ObjectKey(request.Bucket, ""), null, 1).Count > 0)
        {
            return new Refusal("BucketNotEmpty", "The bucket you tried to delete is not empty");
        }

        step.Table(S3State.Buckets).Remove(request.Bucket);
        return new DeleteBucketResponse();
    }

    private static Outcome<T> With<T>(Step step, string bucket, Func<StoredBucket, T> answer) =>
        step.Table(S3State.Buckets).Find(bucket) is { } stored ? answer(stored) : S3Names.NoSuchBucket(bucket);
}
