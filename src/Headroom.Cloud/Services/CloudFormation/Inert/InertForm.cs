using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.CloudFormation.Inert;

/// <summary>How an inert record of one type looks.</summary>
/// <param name="PhysicalId">A new physical id, which is also what Ref gives.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record InertForm(Func<ResourceRequest, string> PhysicalId, Func<ResourceRequest, string, Dictionary<string, JsonNode?>> Attributes);
