using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Headroom.Bench.Staging;

/// <summary>The example stack that Headroom ships.</summary>
internal sealed class HeadroomStack : IStack
{
    public ImmutableArray<string> Acting { get; } = ["PauseScaleIn", "ScaleUp", "ResumeScaleIn", "ResumeAsScheduled"];

    public JsonObject Template() =>
        Templates.WithoutCode(JsonNode.Parse(File.ReadAllText(Path.Combine(SharedFolder.Root(), "src", "Headroom.Infrastructure", "assembly", "infra.template.json")))!.AsObject());
}
