using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Headroom.Bench.Staging;

/// <summary>The sample's own stack.</summary>
internal sealed class SampleStack : IStack
{
    public ImmutableArray<string> Acting { get; } = ["InvokeStopScalingLambda", "InvokeStartScalingLambda"];

    public JsonObject Template() => Templates.WithoutCode(JsonNode.Parse(File.ReadAllText(Path.Combine(SharedFolder.SampleAssembly, "infra.template.json")))!.AsObject());

    /// <summary>Where the file of a handler (<c>file.function</c>) lies.</summary>
    internal static string Folder(string handler) =>
        Path.GetDirectoryName(Directory.GetFiles(SharedFolder.SampleAssembly, handler[..handler.LastIndexOf('.')] + ".py", SearchOption.AllDirectories).Single())!;
}
