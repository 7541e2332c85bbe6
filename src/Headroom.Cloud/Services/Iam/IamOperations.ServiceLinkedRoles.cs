using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Iam;

namespace Headroom.Cloud.Services.Iam;

/// <summary>Service-linked roles.</summary>
internal static partial class IamOperations
{
    // The names that AWS gives them: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
    private static readonly Dictionary<string, string> ServiceLinkedRoleNames = new(StringComparer.Ordinal)
    {
        ["ecs.amazonaws.com"] = "AWSServiceRoleForECS",
        ["ecs.application-autoscaling.amazonaws.com"] = "AWSServiceRoleForApplicationAutoScaling_ECSService",
        ["elasticloadbalancing.amazonaws.com"] = "AWSServiceRoleForElasticLoadBalancing",
        ["events.amazonaws.com"] = "AWSServiceRoleForCloudWatchEvents",
        ["replication.dynamodb.amazonaws.com"] = "AWSServiceRoleForDynamoDBReplication",
    };

    internal static Outcome<CreateServiceLinkedRoleResponse> CreateServiceLinkedRole(Step step, CreateServiceLinkedRoleRequest request)
    {
        if (!ServiceLinkedRoleNames.TryGetValue(request.AWSServiceName, out var name))
        {
            return new Refusal("InvalidInput", $"Service {request.AWSServiceName} has no service-linked role in the embedded cloud.");
        }

        if (request.CustomSuffix is not null)
        {
            return new Refusal("InvalidInput", $"Custom suffix is not allowed for {request.AWSServiceName}");
        }

        if (IamRoles.Find(step, name) is not null)
        {
            return new Refusal("InvalidInput", $"Service role name {name} has been taken in this account, please try a different suffix.");
        }

        var path = $"/aws-service-role/{request.AWSServiceName}/";
        var trust = $$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":["{{{request.AWSServiceName}}}"]},"Action":["sts:AssumeRole"]}]}
            """;
        var role = new StoredRole(
            name, path, "AROA" + step.Ids.NextBase32(17), step.Settings.GlobalArn("iam", $"role{path}{name}"), trust, step.Now)
        {
            Description = request.Description,
        };
        step.Table(IamState.Roles).Put(name, role);
        return new CreateServiceLinkedRoleResponse { Role = Shown(role) };
    }
}
