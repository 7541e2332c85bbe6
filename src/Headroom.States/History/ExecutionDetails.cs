using Headroom.States.Json;

namespace Headroom.States.History;

/// <summary>An execution was started.</summary>
public sealed record ExecutionStartedDetails(JsonValue Input, string RoleArn) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "executionStartedEventDetails";

    private protected override void Describe(JsonObjectBuilder json) => json.SetPayload("input", Input).Set("roleArn", RoleArn);
}

/// <summary>An execution succeeded.</summary>
public sealed record ExecutionSucceededDetails(JsonValue Output) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "executionSucceededEventDetails";

    private protected override void Describe(JsonObjectBuilder json) => json.SetPayload("output", Output);
}

/// <summary>An execution was redriven.</summary>
public sealed record ExecutionRedrivenDetails(int RedriveCount) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "executionRedrivenEventDetails";

    private protected override void Describe(JsonObjectBuilder json) => json.Set("redriveCount", RedriveCount);
}
