using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>Buses and rules as callers name them.</summary>
internal static class EventBridgeNames
{
    /// <summary>A bus's name from its name or ARN; the default bus where neither is given.</summary>
    internal static string Bus(string? nameOrArn) => nameOrArn switch
    {
        null => EventBridgeState.DefaultBus,
        _ when Arn.TryParse(nameOrArn, out var arn) => arn.Name,
        _ => nameOrArn,
    };

    internal static string BusArn(CloudSettings settings, string bus) => settings.Arn("events", $"event-bus/{bus}");

    internal static string RuleArn(Step step, string? bus, string rule) =>
        new StoredRule(Bus(bus), rule, null, null, "", null, null, step.Now).Arn(step.Settings);

    internal static bool BusExists(Step step, string bus) =>
        bus == EventBridgeState.DefaultBus || step.Table(EventBridgeState.Buses).Find(bus) is not null;

    internal static Refusal NoBus(string bus) => new("ResourceNotFoundException", $"Event bus {bus} does not exist.");

    internal static Refusal NoRule(string bus, string rule) =>
        new("ResourceNotFoundException", $"Rule {rule} does not exist on EventBus {bus}.");
}
