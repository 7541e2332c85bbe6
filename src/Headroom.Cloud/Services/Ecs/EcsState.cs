using Headroom.Cloud.Services.Ecs.Quotas;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>What the ECS room keeps.</summary>
internal static class EcsState
{
    /// <summary>Clusters by name.</summary>
    internal static readonly TableName<Cluster> Clusters = new("ecs/clusters");

    /// <summary>Task definitions by <see cref="TaskDefinitionKey"/>, so that the last of a family is its newest.</summary>
    internal static readonly TableName<TaskDefinitionRecord> TaskDefinitions = new("ecs/task-definitions");

    /// <summary>Services by <c>cluster/name</c>.</summary>
    internal static readonly TableName<ServiceRecord> Services = new("ecs/services");

    /// <summary>Tasks by <see cref="TaskRecord.Key"/>.</summary>
    internal static readonly TableName<TaskRecord> Tasks = new("ecs/tasks");

    /// <summary>Where a task is kept, by <c>cluster/id</c>.</summary>
    internal static readonly TableName<string> TaskKeys = new("ecs/task-keys");

    /// <summary>What the account uses of Fargate, under <see cref="TheAccount"/>.</summary>
    internal static readonly TableName<AccountUsage> Usage = new("ecs/usage");

    /// <summary>What the account may use of Fargate, under <see cref="TheAccount"/>, where it was set.</summary>
    internal static readonly TableName<FargateQuota> Quotas = new("ecs/quotas");

    /// <summary>Deployments of the last 90 days, by service key and number.</summary>
    internal static readonly TableName<ServiceDeployment> ServiceDeployments = new("ecs/service-deployments");

    /// <summary>The account's buckets of API calls, by their category. Not kept: counting a call that only reads is then no write.</summary>
    internal static readonly TableName<Scheduling.TokenBucket> ApiCalls = new("ecs/api-calls") { Kept = false };

    /// <summary>Requests by operation, cluster and their client token.</summary>
    internal static readonly TableName<KeptRequest> ClientTokens = new("ecs/client-tokens");

    internal const string TheAccount = "account";

    internal static string TaskDefinitionKey(string family, int revision) => $"{family}:{revision:D9}";
}
