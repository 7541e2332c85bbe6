using Headroom.States.Json;

namespace Headroom.States.History;

/// <summary>A state was entered.</summary>
public sealed record StateEnteredDetails(string Name, JsonValue Input) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "stateEnteredEventDetails";

    private protected override void Describe(JsonObjectBuilder json) => json.Set("name", Name).SetPayload("input", Input);
}

/// <summary>A state was left.</summary>
public sealed record StateExitedDetails(string Name, JsonValue Output, JsonObject? AssignedVariables) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "stateExitedEventDetails";

    private protected override void Describe(JsonObjectBuilder json) =>
        json.Set("name", Name).SetPayload("output", Output).SetVariables(AssignedVariables);
}
