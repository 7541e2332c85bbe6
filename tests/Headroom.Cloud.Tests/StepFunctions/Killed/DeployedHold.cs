using System.Text.Json.Nodes;
using Headroom.Cloud.Tests.CloudFormation;

namespace Headroom.Cloud.Tests.StepFunctions.Killed;

/// <summary>The hold itself, on the deployed stack.</summary>
internal static class DeployedHold
{
    public static readonly TimeSpan HoldFor = TimeSpan.FromMinutes(3);

    public static void Deploy(TestCloud cloud)
    {
        cloud.Call("cloudformation", "CreateStack", new()
        {
            ["StackName"] = "infra", ["TemplateURL"] = Assemblies.Publish(cloud, Assemblies.Own), ["Capabilities"] = new JsonArray("CAPABILITY_NAMED_IAM"),
        });
        new StackClient(cloud).Rest("infra").StackStatus.ShouldBe("CREATE_COMPLETE");
    }

    /// <summary>Starts a hold of the service as the Notifier would; the execution's ARN.</summary>
    public static string Start(TestCloud cloud)
    {
        var machine = cloud.Call("stepfunctions", "ListStateMachines", [])["stateMachines"]![0]!["stateMachineArn"]!.ToString();
        return Machines.Start(cloud, machine, input: new JsonObject
        {
            ["target"] = "service/ecs-scaling-example/service_1",
            ["cluster"] = "ecs-scaling-example",
            ["service"] = "service_1",
            ["action"] = "hold",
            ["wanted"] = int.MaxValue,
            ["holdUntil"] = Instant(cloud.Now + HoldFor),
            ["startAt"] = Instant(cloud.Now),
            ["reason"] = "",
            ["notificationId"] = "n",
            ["publishedAt"] = Instant(cloud.Now),
        }.ToJsonString());
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}
