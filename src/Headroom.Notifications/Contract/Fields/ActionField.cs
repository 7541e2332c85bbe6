using System.Text.Json;

namespace Headroom.Notifications.Contract.Fields;

/// <summary><c>action</c>: <c>"hold"</c> or <c>"release"</c>.</summary>
internal static class ActionField
{
    public static Reading<HoldAction> Read(JsonElement given) => (given.ValueKind == JsonValueKind.String ? given.GetString() : null) switch
    {
        "hold" => HoldAction.Hold,
        "release" => HoldAction.Release,
        _ => Reading.Refused<HoldAction>($"action: {Given.Value(given)} is not an action; allowed are \"hold\" and \"release\""),
    };
}
