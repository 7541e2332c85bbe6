using Headroom.States.Json;

namespace Headroom.States.History;

/// <summary>The error and cause with which an execution, function, activity or map run ended.</summary>
/// <param name="Type">The type of the event, which names the member.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">The error's cause.</param>
public sealed record FailureDetails(HistoryEventType Type, string? Error, string? Cause) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => MemberNames.Of(Type);

    private protected override void Describe(JsonObjectBuilder json) => json.Set("error", Error).Set("cause", Cause);
}
