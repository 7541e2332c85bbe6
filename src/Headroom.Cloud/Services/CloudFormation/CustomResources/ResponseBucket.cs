using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.CloudFormation.CustomResources;

/// <summary>Where providers put their answers: a bucket, as on AWS, but one of the account's own.</summary>
internal static class ResponseBucket
{
    /// <summary>Where the answer to this request is to be put.</summary>
    internal static string Url(ResourceRequest request) => $"{request.Step.Settings.Endpoint}/{Name(request.Step)}/{request.ClientToken}";

    /// <summary>The request that puts an answer to such a URL.</summary>
    internal static PutObjectRequest Put(string url, byte[] answer)
    {
        var path = new Uri(url).AbsolutePath.Split('/', 3);
        return new() { Bucket = path[1], Key = path[2], Body = answer };
    }

    /// <summary>Makes the bucket where it is not there yet.</summary>
    internal static void Open(Step step)
    {
        if (As<HeadBucketRequest, HeadBucketResponse>(step, "HeadBucket", new() { Bucket = Name(step) }) is null)
        {
            As<CreateBucketRequest, CreateBucketResponse>(step, "CreateBucket", new() { Bucket = Name(step) });
        }
    }

    /// <summary>Takes the answer to this request; null where it has not come yet.</summary>
    internal static byte[]? Read(ResourceRequest request)
    {
        var (step, bucket, key) = (request.Step, Name(request.Step), request.ClientToken);
        var answer = As<GetObjectRequest, GetObjectResponse>(step, "GetObject", new() { Bucket = bucket, Key = key })?.Body;
        if (answer is not null)
        {
            As<DeleteObjectRequest, DeleteObjectResponse>(step, "DeleteObject", new() { Bucket = bucket, Key = key });
        }

        return answer;
    }

    private static string Name(Step step) => $"cloudformation-custom-resource-response-{step.Settings.Region}";

    /// <summary>CloudFormation's own call: the account's principals may be forbidden the bucket.</summary>
    private static TResponse? As<TRequest, TResponse>(Step step, string operation, TRequest request)
        where TResponse : class =>
        step.CallAs<TRequest, TResponse>(new Principal.Administrator(step.Settings.AccountId, "cloudformation"), "s3", operation, request)
            is Outcome<TResponse>.Answered answered ? answered.Response : null;
}
