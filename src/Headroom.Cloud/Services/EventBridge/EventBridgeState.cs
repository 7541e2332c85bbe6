using Headroom.Cloud.Services.EventBridge.Targets;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>The tables of the room.</summary>
internal static class EventBridgeState
{
    internal const string DefaultBus = "default";

    /// <summary>Custom buses by name; the default bus is always there.</summary>
    internal static readonly TableName<StoredBus> Buses = new("events/buses");

    /// <summary>By <see cref="RuleKey"/>.</summary>
    internal static readonly TableName<StoredRule> Rules = new("events/rules");

    /// <summary>Events on their way to a target, by id.</summary>
    internal static readonly TableName<Delivery> Deliveries = new("events/deliveries");

    internal static string RuleKey(string bus, string rule) => $"{bus}\n{rule}";
}

/// <summary>A custom event bus.</summary>
internal sealed record StoredBus(string Name, string? Description, DateTimeOffset CreatedAt);

/// <summary>A rule and its targets.</summary>
/// <param name="Bus">The bus it listens to.</param>
/// <param name="Name">Its name.</param>
/// <param name="EventPattern">JSON text, or null.</param>
/// <param name="ScheduleExpression"><c>rate(…)</c> or <c>cron(…)</c>, or null.</param>
/// <param name="State"><c>ENABLED</c>, <c>DISABLED</c>, or enabled for CloudTrail's management events too.</param>
/// <param name="Description">Null where none was given.</param>
/// <param name="RoleArn">Kept; each target has its own.</param>
/// <param name="ScheduledSince">When its schedule was set: rates count from here.</param>
internal sealed record StoredRule(
    string Bus,
    string Name,
    string? EventPattern,
    string? ScheduleExpression,
    string State,
    string? Description,
    string? RoleArn,
    DateTimeOffset ScheduledSince)
{
    public IReadOnlyList<Target> Targets { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    internal bool IsEnabled => State != "DISABLED";

    internal string Key => EventBridgeState.RuleKey(Bus, Name);

    internal string Arn(CloudSettings settings) =>
        settings.Arn("events", Bus == EventBridgeState.DefaultBus ? $"rule/{Name}" : $"rule/{Bus}/{Name}");
}
