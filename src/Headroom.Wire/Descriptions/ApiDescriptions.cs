using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Headroom.Wire.Descriptions;

/// <summary>The descriptions that ship inside this assembly, one per service, each read once.</summary>
public static class ApiDescriptions
{
    private static readonly ConcurrentDictionary<string, ServiceDescription> Loaded = new(StringComparer.Ordinal);

    /// <summary>The services that are described: <c>application-autoscaling</c>, <c>ecs</c>, <c>stepfunctions</c> …</summary>
    public static IReadOnlyList<string> Services { get; } =
        [.. typeof(ApiDescriptions).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal))
            .Select(name => name[..^".json".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>The description of one service.</summary>
    /// <param name="service">A name out of <see cref="Services"/>.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public static ServiceDescription For(string service) => Loaded.GetOrAdd(service, Load);

    private static ServiceDescription Load(string service)
    {
        using var text = typeof(ApiDescriptions).Assembly.GetManifestResourceStream(service + ".json")
            ?? throw new ArgumentException($"no API description for {service}; there are {string.Join(", ", Services)}", nameof(service));
        return DescriptionReader.Read(JsonNode.Parse(text)!.AsObject());
    }
}
