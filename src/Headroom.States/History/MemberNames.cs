namespace Headroom.States.History;

/// <summary>The member of HistoryEvent for an event's details: its type in camelCase and <c>EventDetails</c>.</summary>
internal static class MemberNames
{
    private static readonly string[] All =
        [.. Enum.GetNames<HistoryEventType>().Select(name => char.ToLowerInvariant(name[0]) + name[1..] + "EventDetails")];

    public static string Of(HistoryEventType type) => All[(int)type];
}
