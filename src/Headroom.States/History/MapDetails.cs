using Headroom.States.Json;

namespace Headroom.States.History;

/// <summary>A Map state started with this many items; 0 where they are still to be read.</summary>
public sealed record MapStateStartedDetails(int Length) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "mapStateStartedEventDetails";

    private protected override void Describe(JsonObjectBuilder json) => json.Set("length", Length);
}

/// <summary>An iteration of a Map state started, succeeded, failed or was aborted.</summary>
public sealed record MapIterationDetails(HistoryEventType Type, string Name, int Index) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => MemberNames.Of(Type);

    private protected override void Describe(JsonObjectBuilder json) => json.Set("name", Name).Set("index", Index);
}

/// <summary>A map run started.</summary>
public sealed record MapRunStartedDetails(string MapRunArn) : EventDetails
{
    /// <inheritdoc/>
    public override string Member => "mapRunStartedEventDetails";

    private protected override void Describe(JsonObjectBuilder json) => json.Set("mapRunArn", MapRunArn);
}
