using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services;

/// <summary>What resource types share: a request made from properties, and its refusal in CloudFormation's words.</summary>
internal static class ResourceHandler
{
    /// <summary>Calls an operation with the given properties; what a wrong property or a refusal says ends the resource.</summary>
    internal static ResourceProgress Call<TRequest, TResponse>(
        ResourceRequest request, string service, string operation, JsonObject properties, Func<TResponse, ResourceProgress> answered) =>
        ResourceProperties.ReadRequest<TRequest>(properties, call => Call(request, service, operation, call, answered));

    /// <summary>Calls an operation.</summary>
    internal static ResourceProgress Call<TRequest, TResponse>(
        ResourceRequest request, string service, string operation, TRequest call, Func<TResponse, ResourceProgress> answered) =>
        request.Call<TRequest, TResponse>(service, operation, call) switch
        {
            Outcome<TResponse>.Answered done => answered(done.Response),
            Outcome<TResponse>.Refused refused => ResourceProgress.From(service, refused.Refusal),
            var other => throw new InvalidOperationException($"{service}:{operation} answers later: {other}"),
        };

    /// <summary>Deletes: what is not there (any more) counts as deleted.</summary>
    internal static ResourceProgress Delete<TRequest, TResponse>(ResourceRequest request, string service, string operation, TRequest call, params string[] gone) =>
        request.Call<TRequest, TResponse>(service, operation, call) is Outcome<TResponse>.Refused { Refusal: { } refusal } && !gone.Contains(refusal.Code)
            ? ResourceProgress.From(service, refusal)
            : new ResourceProgress.Done(request.PhysicalId);

    /// <summary>A copy of the properties without some of them.</summary>
    internal static JsonObject Without(this JsonObject properties, params string[] names) =>
        new(properties.Where(pair => !names.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    /// <summary>A copy of the properties in which <c>Tags</c> has the stack's tags too.</summary>
    internal static JsonObject WithStackTags(this JsonObject properties, ResourceRequest request)
    {
        var copy = properties.Without();
        var tags = copy["Tags"] as JsonArray ?? [];
        foreach (var (key, value) in request.StackTags.Where(tag => tags.All(own => (string?)own?["Key"] != tag.Key)))
        {
            tags.Add(new JsonObject { ["Key"] = key, ["Value"] = value });
        }

        if (tags.Count > 0)
        {
            copy["Tags"] = tags;
        }

        return copy;
    }

    /// <summary>Whether a property of the template changed.</summary>
    internal static bool Changed(this ResourceRequest request, string name) => !JsonNode.DeepEquals(request.Properties[name], request.OldProperties[name]);

    /// <summary>The text of a property, or null.</summary>
    internal static string? Text(this JsonObject properties, string name) => properties[name]?.ToString();
}
