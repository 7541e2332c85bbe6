using Headroom.States.Json;

namespace Headroom.States.History;

/// <summary>A task was scheduled. Times are in seconds.</summary>
public sealed record TaskScheduledDetails(
    string ResourceType, string Resource, string Region, JsonValue Parameters, long? TimeoutInSeconds, long? HeartbeatInSeconds, JsonValue? Credentials)
    : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "taskScheduledEventDetails";

    private protected override void Describe(JsonObjectBuilder json)
    {
        json.Set("resourceType", ResourceType).Set("resource", Resource).Set("region", Region).Set("parameters", Parameters.ToString())
            .Set("timeoutInSeconds", TimeoutInSeconds).Set("heartbeatInSeconds", HeartbeatInSeconds);
        if (Credentials is not null)
        {
            json.Set("taskCredentials", Credentials);
        }
    }
}

/// <summary>A task was started.</summary>
public sealed record TaskStartedDetails(string ResourceType, string Resource) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "taskStartedEventDetails";

    private protected override void Describe(JsonObjectBuilder json) => json.Set("resourceType", ResourceType).Set("resource", Resource);
}

/// <summary>A task was submitted or succeeded, with this output.</summary>
public sealed record TaskOutputDetails(HistoryEventType Type, string ResourceType, string Resource, JsonValue Output) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => MemberNames.Of(Type);

    private protected override void Describe(JsonObjectBuilder json) =>
        json.Set("resourceType", ResourceType).Set("resource", Resource).SetPayload("output", Output);
}

/// <summary>A task failed, timed out, or could not be started or submitted.</summary>
public sealed record TaskFailureDetails(HistoryEventType Type, string ResourceType, string Resource, string? Error, string? Cause) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => MemberNames.Of(Type);

    private protected override void Describe(JsonObjectBuilder json) =>
        json.Set("resourceType", ResourceType).Set("resource", Resource).Set("error", Error).Set("cause", Cause);
}
