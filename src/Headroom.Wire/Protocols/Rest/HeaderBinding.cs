using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>Members that headers carry: one header each, or a map in all headers with a prefix (<c>x-amz-meta-</c>).</summary>
internal static class HeaderBinding
{
    public static void Read(StructureShape shape, WireHeaders headers, JsonObject json, Problems problems)
    {
        foreach (var member in shape.Members)
        {
            switch (member.Location)
            {
                case MemberLocation.Header when headers[member.WireName] is { } text:
                    json[member.Name] = HttpText.ReadHeader(member.Shape, text, problems);
                    break;
                case MemberLocation.Headers when Prefixed(headers, member.WireName) is { Count: > 0 } map:
                    json[member.Name] = map;
                    break;
            }
        }
    }

    public static void Write(StructureShape shape, JsonObject json, WireHeaders headers)
    {
        foreach (var member in shape.Members.Where(member => json[member.Name] is not null))
        {
            switch (member.Location)
            {
                case MemberLocation.Header:
                    headers.Add(member.WireName, HttpText.WriteHeader(member.Shape, json[member.Name]!));
                    break;
                case MemberLocation.Headers:
                    foreach (var (name, value) in json[member.Name]!.AsObject())
                    {
                        headers.Add(member.WireName + name, (string)value!);
                    }

                    break;
            }
        }
    }

    // Header names have no case: they come back in lower case, as S3 keeps user metadata.
    private static JsonObject Prefixed(WireHeaders headers, string prefix) =>
        new(headers.Where(header => header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key[prefix.Length..].ToLowerInvariant(), header.Value)));
}
