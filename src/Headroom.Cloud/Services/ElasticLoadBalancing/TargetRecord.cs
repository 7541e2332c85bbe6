namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>A target of a target group.</summary>
/// <param name="Id">Its IP address.</param>
/// <param name="Port">Its port.</param>
/// <param name="AvailabilityZone">Where it is.</param>
/// <param name="HealthyAt">When its health checks have succeeded often enough.</param>
/// <param name="DrainedAt">After deregistration: when its connections are drained.</param>
internal sealed record TargetRecord(string Id, int? Port, string? AvailabilityZone, DateTimeOffset HealthyAt, DateTimeOffset? DrainedAt);
