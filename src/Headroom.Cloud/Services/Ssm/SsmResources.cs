using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ssm;

namespace Headroom.Cloud.Services.Ssm;

/// <summary>The CloudFormation resource types of Parameter Store.</summary>
internal static class SsmResources
{
    /// <summary>AWS::SSM::Parameter (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html).</summary>
    internal static ResourceType Parameter { get; } = new("AWS::SSM::Parameter", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "Name" },
    };

    private static ResourceProgress Create(ResourceRequest request) => ResourceProperties.Read<ParameterProperties>(
        request.Properties, parameter => Put(request, parameter.Name ?? request.GeneratedName(512), parameter, overwrite: false));

    private static ResourceProgress Update(ResourceRequest request) => ResourceProperties.Read<ParameterProperties>(
        request.Properties, parameter => Put(request, request.PhysicalId, parameter, overwrite: true));

    private static ResourceProgress Put(ResourceRequest request, string name, ParameterProperties parameter, bool overwrite)
    {
        var refusal = request.Try<PutParameterRequest, PutParameterResponse>("ssm", "PutParameter", new()
        {
            Name = name,
            Value = parameter.Value,
            Type = parameter.Type,
            Description = parameter.Description,
            AllowedPattern = parameter.AllowedPattern,
            Tier = parameter.Tier,
            DataType = parameter.DataType,
            Policies = parameter.Policies,
            Overwrite = overwrite,
            Tags = parameter.Tags?.Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).ToList(),
        });
        return refusal is { } found
            ? ResourceProgress.From("Ssm", found)
            : new ResourceProgress.Done(name, new Dictionary<string, JsonNode?> { ["Type"] = parameter.Type, ["Value"] = parameter.Value });
    }

    private static ResourceProgress Delete(ResourceRequest request) =>
        request.Try<DeleteParameterRequest, DeleteParameterResponse>("ssm", "DeleteParameter", new() { Name = request.PhysicalId })
            is { Code: not "ParameterNotFound" } refusal
            ? ResourceProgress.From("Ssm", refusal)
            : new ResourceProgress.Done(request.PhysicalId);
}

/// <summary>The properties of AWS::SSM::Parameter.</summary>
internal sealed record ParameterProperties(string Type, string Value)
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? AllowedPattern { get; init; }

    public string? DataType { get; init; }

    public string? Tier { get; init; }

    public string? Policies { get; init; }

    /// <summary>Unlike most types, a map.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
