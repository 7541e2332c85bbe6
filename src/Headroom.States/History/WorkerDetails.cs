using Headroom.States.Json;

namespace Headroom.States.History;

/// <summary>A Lambda function (by its ARN) or an activity was scheduled. Times are in seconds.</summary>
public sealed record WorkScheduledDetails(
    HistoryEventType Type, string Resource, JsonValue Input, long? TimeoutInSeconds, long? HeartbeatInSeconds) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => MemberNames.Of(Type);

    private protected override void Describe(JsonObjectBuilder json) =>
        json.Set("resource", Resource).SetPayload("input", Input)
            .Set("timeoutInSeconds", TimeoutInSeconds).Set("heartbeatInSeconds", HeartbeatInSeconds);
}

/// <summary>A Lambda function or an activity succeeded.</summary>
public sealed record WorkSucceededDetails(HistoryEventType Type, JsonValue Output) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => MemberNames.Of(Type);

    private protected override void Describe(JsonObjectBuilder json) => json.SetPayload("output", Output);
}

/// <summary>A worker took an activity's task.</summary>
public sealed record ActivityStartedDetails(string? WorkerName) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "activityStartedEventDetails";

    private protected override void Describe(JsonObjectBuilder json) => json.Set("workerName", WorkerName);
}
