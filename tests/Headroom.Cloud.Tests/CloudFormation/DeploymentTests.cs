using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Tests.CloudFormation;

public sealed class DeploymentTests
{
    private const string ExecutionRole = "arn:aws:iam::123456789012:role/cdk-hnb659fds-cfn-exec-role-123456789012-us-east-1";

    private readonly TestCloud _cloud = new();
    private readonly StackClient _stacks;

    public DeploymentTests() => _stacks = new(_cloud);

    [Fact]
    public void A_cloud_begins_bootstrapped()
    {
        var stack = _stacks.Describe("CDKToolkit");

        stack.StackStatus.ShouldBe("CREATE_COMPLETE");
        StackClient.Outputs(stack)["BucketName"].ShouldBe("cdk-hnb659fds-assets-123456789012-us-east-1");
        _cloud.Call("ssm", "GetParameter", new() { ["Name"] = "/cdk-bootstrap/hnb659fds/version" });
    }

    [Fact]
    public void The_own_assembly_deploys_and_goes_again() => DeployAndDestroy(Assemblies.Own);

    [Fact]
    public void The_sample_deploys_unchanged_and_goes_again() => DeployAndDestroy(Assemblies.Sample());

    private void DeployAndDestroy(string assembly)
    {
        _cloud.Call("cloudformation", "CreateStack", new()
        {
            ["StackName"] = "infra",
            ["TemplateURL"] = Assemblies.Publish(_cloud, assembly),
            ["RoleARN"] = ExecutionRole,
            ["Capabilities"] = new JsonArray("CAPABILITY_NAMED_IAM"),
        });

        var stack = _stacks.Rest("infra");

        Failures("infra").ShouldBeEmpty();
        stack.StackStatus.ShouldBe("CREATE_COMPLETE");
        var service = _cloud.Call("ecs", "DescribeServices", new() { ["cluster"] = "ecs-scaling-example", ["services"] = new JsonArray("service_1") })["services"]![0]!;
        service["runningCount"]!.GetValue<int>().ShouldBe(1);
        var targets = _cloud.Call("application-autoscaling", "DescribeScalableTargets", new() { ["ServiceNamespace"] = "ecs" })["ScalableTargets"]!;
        targets[0]!["MaxCapacity"]!.GetValue<int>().ShouldBe(5);

        var deleted = _stacks.Delete("infra");

        Failures(deleted.StackId!).ShouldBeEmpty();
        deleted.StackStatus.ShouldBe("DELETE_COMPLETE");
        _cloud.Call("ecs", "ListClusters", [])["clusterArns"]!.AsArray().Count.ShouldBe(0);
    }

    private List<string> Failures(string stack) => _stacks.Events(stack)
        .Where(happened => happened.ResourceStatus!.EndsWith("_FAILED", StringComparison.Ordinal))
        .Select((StackEvent happened) => $"{happened.LogicalResourceId} ({happened.ResourceType}): {happened.ResourceStatusReason}")
        .ToList();
}
