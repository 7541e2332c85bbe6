namespace Headroom.Cloud.Services.Ecs;

/// <summary>A request that had a client token.</summary>
/// <param name="Request">The request as text.</param>
/// <param name="Made">The keys of the tasks that it started.</param>
internal sealed record KeptRequest(string Request, IReadOnlyList<string> Made);
