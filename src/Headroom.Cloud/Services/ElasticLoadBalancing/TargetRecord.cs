namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>A target of a target group.</summary>
/// <param name="Id">Its IP address.</param>
/// <param name="Port">Its port.</param>
/// <param name="AvailabilityZone">Where it is.</param>
/// <param name="RegisteredAt">When its health checks began.</param>
/// <param name="HealthyAt">When they have succeeded often enough, unless it is silent by then.</param>
/// <param name="UnhealthyAt">When they have failed often enough; null for a target that answers for ever.</param>
/// <param name="DrainedAt">After deregistration: when its connections are drained.</param>
internal sealed record TargetRecord(
    string Id, int? Port, string? AvailabilityZone, DateTimeOffset RegisteredAt, DateTimeOffset HealthyAt, DateTimeOffset? UnhealthyAt, DateTimeOffset? DrainedAt);
