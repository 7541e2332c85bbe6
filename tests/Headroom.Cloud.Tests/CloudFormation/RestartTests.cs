using System.Text.Json.Nodes;
using Headroom.Cloud.Tests.Store;

namespace Headroom.Cloud.Tests.CloudFormation;

/// <summary>A cloud that is killed in the middle of a deployment and started again on what its disk has.</summary>
public sealed class RestartTests
{
    private const string Template = """
        Parameters: { Name: { Type: String, Default: first } }
        Resources:
          First: { Type: AWS::SSM::Parameter, Properties: { Name: !Sub "/${Name}", Type: String, Value: a } }
          Second: { Type: AWS::SSM::Parameter, Properties: { Name: /second, Type: String, Value: !Ref First } }
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
        """;

    private readonly RecordedStorage _storage = new();
    private readonly TestCloud _cloud;

    public RestartTests() => _cloud = new(_storage);

    [Fact]
    public void A_creation_is_finished_wherever_the_cloud_was_killed() =>
        KillEverywhere(
            () => new StackClient(_cloud).Create("s", Template),
            stacks => stacks.Rest("s").StackStatus.ShouldBe("CREATE_COMPLETE"));

    [Fact]
    public void An_update_that_fails_is_taken_back_wherever_the_cloud_was_killed()
    {
        var stacks = new StackClient(_cloud);
        stacks.Create("s", Template);
        _cloud.Call("ssm", "PutParameter", new() { ["Name"] = "/taken", ["Value"] = "mine", ["Type"] = "String" });

        KillEverywhere(
            () => stacks.Update("s", Template.Replace("/second", "/taken", StringComparison.Ordinal), ("Name", "renamed")),
            restarted =>
            {
                restarted.Rest("s").StackStatus.ShouldBe("UPDATE_ROLLBACK_COMPLETE");
                restarted.Resources("s")["First"].ShouldBe("/first");
            });
    }

    [Fact]
    public void The_own_assembly_is_deployed_though_the_cloud_is_killed_on_the_way()
    {
        _cloud.Call("cloudformation", "CreateStack", new()
        {
            ["StackName"] = "infra",
            ["TemplateURL"] = Assemblies.Publish(_cloud, Assemblies.Own),
            ["Capabilities"] = new JsonArray("CAPABILITY_NAMED_IAM"),
        });
        var (begun, now) = (_storage.Steps, _cloud.Now);
        new StackClient(_cloud).Rest("infra").StackStatus.ShouldBe("CREATE_COMPLETE");
        var last = _storage.Steps;

        for (var steps = begun; steps <= last; steps += 25)
        {
            var restarted = new TestCloud(_storage.KilledAfter(steps), now: now);
            new StackClient(restarted).Rest("infra").StackStatus.ShouldBe("CREATE_COMPLETE", $"killed after step {steps}");
        }
    }

    private void KillEverywhere(Action deploy, Action<StackClient> check)
    {
        var (before, now) = (_storage.Steps, _cloud.Now);
        deploy();
        var last = _storage.Steps;
        last.ShouldBeGreaterThan(before + 3);

        for (var steps = before + 1; steps <= last; steps++)
        {
            check(new StackClient(new TestCloud(_storage.KilledAfter(steps), now: now)));
        }
    }
}
