using System.Text.Json;

namespace Headroom.Notifications.Contract.Fields;

/// <summary><c>holdFor</c>: an ISO 8601 duration as text, or whole seconds as a number.</summary>
internal static class HoldForField
{
    public static Reading<TimeSpan> Read(JsonElement given, ContractTerms terms) => Duration(given) switch
    {
        null => Reading.Refused<TimeSpan>(
            $"holdFor: {Given.Value(given)} is not a duration; " +
            "allowed is an ISO 8601 duration such as \"PT15M\" " +
            $"or a whole number of seconds, from {HoldDuration.Format(ContractTerms.ShortestHold)} to {HoldDuration.Format(terms.MaxHold)}"),
        { } tooShort when tooShort < ContractTerms.ShortestHold => Reading.Refused<TimeSpan>(
            $"holdFor: {Given.Value(given)} is shorter than the shortest hold allowed here, " +
            $"{HoldDuration.Format(ContractTerms.ShortestHold)}"),
        { } tooLong when tooLong > terms.MaxHold => Reading.Refused<TimeSpan>(
            $"holdFor: {Given.Value(given)} is longer than the longest hold allowed here, {HoldDuration.Format(terms.MaxHold)}"),
        { } duration => duration,
    };

    private static TimeSpan? Duration(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.String when HoldDuration.TryParse(given.GetString()!, out var duration) => duration,
        JsonValueKind.Number when given.TryGetInt64(out var seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, -1, int.MaxValue)),
        _ => null,
    };
}
