using Headroom.Cloud.Clock;
using Headroom.Cloud.Services.ApplicationAutoScaling;
using Headroom.Cloud.Services.CloudFormation;
using Headroom.Cloud.Services.CloudWatch;
using Headroom.Cloud.Services.DynamoDb;
using Headroom.Cloud.Services.Ecr;
using Headroom.Cloud.Services.Ecs;
using Headroom.Cloud.Services.Ecs.Quotas;
using Headroom.Cloud.Services.ElasticLoadBalancing;
using Headroom.Cloud.Services.EventBridge;
using Headroom.Cloud.Services.Iam;
using Headroom.Cloud.Services.Lambda;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Cloud.Services.Logs;
using Headroom.Cloud.Services.S3;
using Headroom.Cloud.Services.Sns;
using Headroom.Cloud.Services.Sqs;
using Headroom.Cloud.Services.Ssm;
using Headroom.Cloud.Services.StepFunctions;
using Headroom.Cloud.Services.Sts;
using Headroom.Cloud.Services.Traffic;

namespace Headroom.Cloud.Services;

/// <summary>Every service of the embedded cloud.</summary>
public static class Rooms
{
    /// <summary>All rooms; the order is the order in which they hear events.</summary>
    /// <param name="functions">Where Lambda functions run.</param>
    public static IReadOnlyList<ServiceRoom> With(IFunctionHost functions) =>
    [
        CloudFormationService.Room,
        SsmService.Room,
        S3Service.Room,
        EcrService.Room,
        IamService.Room,
        StsService.Room,
        LogsService.Room,
        SqsService.Room,
        LambdaService.Room(functions),
        DynamoDbService.Room,
        StepFunctionsService.Room,
        EcsService.Room,
        FargateQuotaService.Room,
        ClockService.Room,
        AutoScalingService.Room,
        CloudWatchService.Room,
        LoadBalancingService.Room,
        SnsService.Room,
        TrafficService.Room,
        EventBridgeService.Room,
    ];
}
