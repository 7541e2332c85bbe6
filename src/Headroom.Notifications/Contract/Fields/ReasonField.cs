using System.Text.Json;

namespace Headroom.Notifications.Contract.Fields;

/// <summary><c>reason</c>: text for people.</summary>
internal static class ReasonField
{
    private const int Longest = 256;

    public static Reading<string> Read(JsonElement given) =>
        given.ValueKind == JsonValueKind.String && given.GetString() is { Length: <= Longest } reason
            ? reason
            : Reading.Refused<string>($"reason: {Given.Value(given)} is not a reason; allowed is text of at most {Longest} characters");
}
