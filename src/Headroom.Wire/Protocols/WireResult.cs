using System.Text.Json.Nodes;

namespace Headroom.Wire.Protocols;

/// <summary>What reading a request or an answer comes to.</summary>
public abstract record WireResult
{
    private WireResult()
    {
    }

    /// <summary>It was read.</summary>
    /// <param name="Json">The canonical form.</param>
    public sealed record Read(JsonObject Json) : WireResult;

    /// <summary>The request cannot be read, or the answer is an error.</summary>
    /// <param name="Error">Which.</param>
    public sealed record Failed(WireError Error) : WireResult;
}
