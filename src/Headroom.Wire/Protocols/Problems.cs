using System.Text.Json.Nodes;

namespace Headroom.Wire.Protocols;

/// <summary>Collects what a reader cannot read on its way through a document; the first is what the client is told.</summary>
internal sealed class Problems
{
    public string? First { get; private set; }

    /// <summary>Notes a problem and stands for the value that could not be read.</summary>
    public JsonNode? Add(string problem)
    {
        First ??= problem;
        return null;
    }
}
