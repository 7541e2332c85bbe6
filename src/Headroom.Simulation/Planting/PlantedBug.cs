using System.Text.Json.Nodes;

namespace Headroom.Simulation.Planting;

/// <summary>A fault put into the protocol on purpose: a search that does not find it has a hole.</summary>
/// <param name="Name">Short, in words.</param>
/// <param name="Invariants">What it breaks: a finding of another invariant does not count.</param>
/// <param name="Plant">Puts it into the state machine's definition.</param>
public sealed record PlantedBug(string Name, string Invariants, Func<JsonObject, JsonObject> Plant)
{
    /// <summary>Puts it into the template's resources.</summary>
    public Action<JsonObject> PlantInResources { get; init; } = _ => { };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
