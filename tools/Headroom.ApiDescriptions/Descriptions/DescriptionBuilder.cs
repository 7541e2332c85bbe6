using System.Text.Json.Nodes;

namespace Headroom.Tools.ApiDescriptions.Descriptions;

/// <summary>
/// Turns one of AWS's service models into our compact description: the chosen operations and the shapes that they reach, with
/// names, types, constraints, errors and what the protocols need; no documentation.
/// </summary>
public static class DescriptionBuilder
{
    /// <summary>Builds the description of <paramref name="service"/> with the operations named.</summary>
    /// <exception cref="InvalidDataException">An operation is not in the model.</exception>
    public static JsonObject Build(string service, JsonObject model, IReadOnlySet<string> operations)
    {
        var all = model["operations"]!.AsObject();
        var chosen = operations.Contains(OperationList.Everything) ? all.Select(operation => operation.Key) : operations;
        var described = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var name in chosen)
        {
            described[name] = OperationBuilder.Build(
                all[name]?.AsObject() ?? throw new InvalidDataException($"{service} has no operation {name}"));
        }

        var shapes = ReachableShapes.Of(described.Values, model["shapes"]!.AsObject());
        var metadata = model["metadata"]!.AsObject();
        var description = new JsonObject
        {
            ["service"] = service,
            ["serviceId"] = metadata["serviceId"]!.DeepClone(),
            ["apiVersion"] = metadata["apiVersion"]!.DeepClone(),
            ["signingName"] = (metadata["signingName"] ?? metadata["endpointPrefix"])!.DeepClone(),
            ["endpointPrefix"] = metadata["endpointPrefix"]!.DeepClone(),
            ["protocols"] = Protocols(service, metadata),
        };
        if (service == "iam")
        {
            // STS and S3 have one of these too, from the time before they had an endpoint in every region.
            Take(metadata, "globalEndpoint", description);
        }

        Take(metadata, "jsonVersion", description);
        Take(metadata, "targetPrefix", description);
        Take(metadata, "xmlNamespace", description);
        if (metadata.ContainsKey("awsQueryCompatible"))
        {
            description["queryCompatible"] = true;
        }

        if (service == QueryCompatibility.Sqs)
        {
            description["xmlNamespace"] = QueryCompatibility.SqsNamespace;
            QueryCompatibility.AddSqsCodes(shapes);
            QueryCompatibility.AddSqsNames(shapes);
        }

        description["operations"] = Table(described);
        description["shapes"] = Table(shapes);
        return description;
    }

    internal static void Take(JsonObject from, string name, JsonObject to)
    {
        if (from[name] is { } value)
        {
            to[name] = value.DeepClone();
        }
    }

    private static JsonArray Protocols(string service, JsonObject metadata)
    {
        var protocols = metadata["protocols"]?.DeepClone().AsArray() ?? [metadata["protocol"]!.DeepClone()];
        if (service == QueryCompatibility.Sqs)
        {
            protocols.Add("query");
        }

        return protocols;
    }

    private static JsonObject Table(IReadOnlyDictionary<string, JsonObject> rows) =>
        new(rows.Select(row => KeyValuePair.Create<string, JsonNode?>(row.Key, row.Value)));
}
