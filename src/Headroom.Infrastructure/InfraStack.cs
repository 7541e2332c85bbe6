using Amazon.CDK;
using Amazon.CDK.AWS.ApplicationAutoScaling;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ECS.Patterns;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>The example: a web service behind a load balancer that scales on its CPU, and a hold over it.</summary>
public sealed class InfraStack : Stack
{
    /// <summary>Builds the stack; <paramref name="notifierCode"/> is an x86_64 <c>bootstrap</c>.</summary>
    public InfraStack(Construct scope, string id, Code notifierCode)
        : base(scope, id, new StackProps { Description = "Headroom: an ECS service whose capacity is held through notification bursts" })
    {
        var topic = new Topic(this, "Topic", new TopicProps { TopicName = "customer_topic", DisplayName = "Customer notifications" });
        var cluster = new Cluster(this, "Cluster", new ClusterProps { ClusterName = "ecs-scaling-example" });
        var web = new ApplicationLoadBalancedFargateService(this, "Web", new ApplicationLoadBalancedFargateServiceProps
        {
            Cluster = cluster,
            ServiceName = "service_1",
            Cpu = 256,
            MemoryLimitMiB = 512,
            // No DesiredCount: a new service starts with 1, and a deployment in the middle of a hold must not set it back to 1.
            MinHealthyPercent = 50,
            PublicLoadBalancer = true,
            TaskImageOptions = new ApplicationLoadBalancedTaskImageOptions
            {
                Image = ContainerImage.FromRegistry("amazon/amazon-ecs-sample"),
                LogDriver = LogDrivers.AwsLogs(new AwsLogDriverProps { StreamPrefix = "web", LogRetention = RetentionDays.ONE_MONTH }),
            },
        });
        web.Service.AutoScaleTaskCount(new EnableScalingProps { MinCapacity = 1, MaxCapacity = 5 })
            .ScaleOnCpuUtilization("Cpu", new CpuUtilizationScalingProps { TargetUtilizationPercent = 50 });
        _ = new CapacityHold(this, "CapacityHold", new CapacityHoldProps
        {
            Services = [CoveredService.Of(web.Service)],
            KeptWhileHeld = [cluster, web],
            Topic = topic,
            NotifierCode = notifierCode,
        });
    }
}
