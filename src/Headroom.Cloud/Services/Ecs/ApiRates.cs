using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>
/// How often the account may call: operations of a category share a token bucket, which refills on the cloud's clock
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/request-throttling.html).
/// </summary>
internal static class ApiRates
{
    private static readonly Dictionary<string, ApiCategory> Categories = new ApiCategory[]
    {
        new("Cluster modify", new(20, 1), "CreateCluster", "DeleteCluster"),
        new("Cluster read", new(50, 20), "DescribeClusters", "ListClusters"),
        new("Task definition modify", new(20, 1), "DeregisterTaskDefinition", "RegisterTaskDefinition"),
        new("Task definition read", new(50, 20), "DescribeTaskDefinition", "ListTaskDefinitions"),
        new("Tag modify", new(20, 10), "TagResource", "UntagResource"),
        new("Tag read", new(50, 20), "ListTagsForResource"),
        new("Cluster resource modify", new(100, 40), "RunTask", "StopTask"),
        new("Cluster resource read", new(100, 20), "DescribeTasks", "ListTasks"),
        new("Service modify", new(50, 5), "CreateService", "DeleteService", "UpdateService"),
        new("Service read", new(100, 20), "DescribeServices", "ListServices"),
        new("Service deployment", new(50, 20), "DescribeServiceDeployments", "ListServiceDeployments"),
        new("Task protection", new(200, 80), "UpdateTaskProtection", "GetTaskProtection"),
    }.SelectMany(category => category.Operations.Select(operation => KeyValuePair.Create(operation, category))).ToDictionary();

    /// <summary>Which bucket a call takes from.</summary>
    internal static ApiCategory CategoryOf(string operation) => Categories[operation];

    /// <summary>Takes a token for the call; ThrottlingException where none is left. AWS's own calls are not counted.</summary>
    internal static Refusal? Refuse(Step step, string operation)
    {
        if (step.Caller.Principal is Principal.ServiceLinkedRole)
        {
            return null;
        }

        var (category, buckets) = (CategoryOf(operation), step.Table(EcsState.ApiCalls));
        var bucket = buckets.Find(category.Name) ?? TokenBucket.Full(category.Rate, step.Now);
        if (bucket.Available(category.Rate, step.Now) < 1)
        {
            return new("ThrottlingException", "Rate exceeded");
        }

        buckets.Put(category.Name, bucket.Take(category.Rate, step.Now, 1));
        return null;
    }
}

/// <summary>Operations that share a bucket.</summary>
internal sealed record ApiCategory(string Name, BucketRate Rate, params string[] Operations);
