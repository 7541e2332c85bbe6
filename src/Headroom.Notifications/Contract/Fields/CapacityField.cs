using System.Globalization;
using System.Text.Json;

namespace Headroom.Notifications.Contract.Fields;

/// <summary><c>capacity</c>: <c>"max"</c>, a percentage of the maximum as text, or a task count as a number.</summary>
internal static class CapacityField
{
    public static Reading<Capacity> Read(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.String when given.GetString() is "max" => new Capacity.Maximum(),
        JsonValueKind.String when TryPercent(given.GetString()!, out var percent) => new Capacity.Share(percent),
        JsonValueKind.Number when given.TryGetInt32(out var count) && count >= 1 => new Capacity.Tasks(count),
        _ => Reading.Refused<Capacity>(
            $"capacity: {Given.Value(given)} is not a capacity; allowed are \"max\", \"1%\" to \"100%\" of the maximum, " +
            $"or a task count from 1 to {Capacity.AllTasks} as a number"),
    };

    private static bool TryPercent(string text, out int percent)
    {
        percent = 0;
        return text is [.. var number, '%']
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out percent)
            && percent is >= 1 and <= 100;
    }
}
