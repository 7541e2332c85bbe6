using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Kernel;

/// <summary>What an operation answered: the record of its response, put into another form only for those who want it so.</summary>
/// <param name="Record">A record of the service's shapes, e.g. <c>UpdateServiceResponse</c>.</param>
public sealed record Answer(object Record)
{
    /// <summary>The response in its canonical JSON form.</summary>
    public JsonObject ToJson() => WireJson.ToJson(Record);
}
