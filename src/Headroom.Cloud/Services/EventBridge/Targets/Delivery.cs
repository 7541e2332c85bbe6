namespace Headroom.Cloud.Services.EventBridge.Targets;

/// <summary>An event on its way to one target.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="RuleKey">The rule.</param>
/// <param name="TargetId">Its target.</param>
/// <param name="Event">The event's JSON text.</param>
/// <param name="BeganAt">When the rule was triggered: its age counts from here.</param>
/// <param name="Retries">How often it was tried again.</param>
internal sealed record Delivery(string Id, string RuleKey, string TargetId, string Event, DateTimeOffset BeganAt, int Retries);
