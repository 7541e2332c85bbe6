using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>
/// How often the calls that change something may be made (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html). Calls
/// that only read are not counted: counting them would make each of them a write.
/// </summary>
internal static class ApiRates
{
    internal static readonly BucketRate ModifyService = new(50, 5);
    internal static readonly BucketRate ModifyClusterResource = new(100, 40);
    internal static readonly BucketRate TaskProtection = new(200, 80);

    /// <summary>The same operation, refused with ThrottlingException where the account has called its kind too often. AWS's own calls are not counted.</summary>
    internal static Func<Step, TRequest, Outcome<TResponse>> Limited<TRequest, TResponse>(string kind, BucketRate rate, Func<Step, TRequest, Outcome<TResponse>> operation) => (step, request) =>
    {
        if (step.Caller.Principal is Principal.ServiceLinkedRole)
        {
            return operation(step, request);
        }

        var buckets = step.Table(EcsState.ApiCalls);
        var bucket = buckets.Find(kind) ?? TokenBucket.Full(rate, step.Now);
        if (bucket.Available(rate, step.Now) < 1)
        {
            return new Refusal("ThrottlingException", "Rate exceeded");
        }

        buckets.Put(kind, bucket.Take(rate, step.Now, 1));
        return operation(step, request);
    };
}
