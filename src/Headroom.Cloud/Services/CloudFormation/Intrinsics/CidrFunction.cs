using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>Fn::Cidr: the first blocks of an IPv4 block, each with <c>cidrBits</c> host bits.</summary>
internal static class CidrFunction
{
    internal static JsonArray Resolve(Scope scope, JsonNode? argument)
    {
        if (argument is not JsonArray { Count: 2 or 3 } given)
        {
            throw new TemplateException("Template error: every Fn::Cidr object requires two parameters, ipBlock and count, and an optional third, cidrBits");
        }

        var block = Resolver.Text(scope, given[0], "Fn::Cidr");
        var count = Number(Resolver.Text(scope, given[1], "Fn::Cidr"), 1, 256);
        var hostBits = given.Count == 3 ? Number(Resolver.Text(scope, given[2], "Fn::Cidr"), 0, 32) : 8;
        if (!IPNetwork.TryParse(block, out var network) || network.BaseAddress.GetAddressBytes() is not { Length: 4 } address)
        {
            throw new TemplateException($"Template error: Fn::Cidr requires an IPv4 block, not {block}");
        }

        if (count > 1L << Math.Max(0, 32 - hostBits - network.PrefixLength))
        {
            throw new TemplateException($"Template error: Fn::Cidr cannot divide {block} into {count} blocks of {hostBits} bits");
        }

        var first = BinaryPrimitives.ReadUInt32BigEndian(address);
        return new(Enumerable.Range(0, count).Select(index => (JsonNode?)Block(first + (uint)((ulong)index << hostBits), 32 - hostBits)).ToArray());
    }

    private static string Block(uint address, int prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}/{prefix}");

    private static int Number(string text, int min, int max) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new TemplateException($"Template error: Fn::Cidr takes a number from {min} to {max} here, not {text}");
}
