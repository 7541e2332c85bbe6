using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>AWS::IAM::ServiceLinkedRole.</summary>
internal static class ServiceLinkedRoleResource
{
    internal static ResourceType Type { get; } = new("AWS::IAM::ServiceLinkedRole", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { nameof(CreateServiceLinkedRoleRequest.AWSServiceName), nameof(CreateServiceLinkedRoleRequest.CustomSuffix) },
    };

    private static ResourceProgress Create(ResourceRequest request) => ResourceProperties.Read<CreateServiceLinkedRoleRequest>(request.Properties, wanted =>
        request.Call<CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse>("iam", "CreateServiceLinkedRole", wanted) switch
        {
            Outcome<CreateServiceLinkedRoleResponse>.Answered { Response.Role.RoleName: var name } => Done(name),
            Outcome<CreateServiceLinkedRoleResponse>.Refused refused => ResourceProgress.From("Iam", refused.Refusal),
            var other => throw new InvalidOperationException($"CreateServiceLinkedRole cannot end so: {other}"),
        });

    private static ResourceProgress.Done Update(ResourceRequest request) => Done(request.PhysicalId);

    // The role is its service's: AWS removes it only where the service no longer uses it, which the cloud does not track.
    private static ResourceProgress.Done Delete(ResourceRequest request) => Done(request.PhysicalId);

    private static ResourceProgress.Done Done(string name) => new(name, new Dictionary<string, JsonNode?> { ["RoleName"] = name });
}
