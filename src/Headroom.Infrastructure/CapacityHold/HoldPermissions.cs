using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>What the state machine's role may do: one statement for each service that its states call; and how permissions are written.</summary>
internal static class HoldPermissions
{
    /// <summary>Beyond so many services of one cluster, the cluster is named in their place.</summary>
    private const int ServicesNamedPerCluster = 20;

    /// <summary>
    /// A role's inline policies hold 10,240 characters, and a managed policy, into which CDK puts what is too long for that, 6,144
    /// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">quotas</see>): beyond so many, all services' clusters are named, and beyond as
    /// many of these, the account's services.
    /// </summary>
    private const int CharactersOfServices = 5000;

    /// <summary>The longest partition and Region, an account, and the JSON around.</summary>
    private const int CharactersOfAnArn = 65;

    internal static IEnumerable<PolicyStatement> For(Construct scope, ITable holds, IEventBus bus, IFunction calendar, IReadOnlyList<CoveredService> services) =>
    [
        Allow("TheHoldsRecord", ["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Scan"], [holds.TableArn]),
        Allow("TheCoveredServices", ["ecs:DescribeServices", "ecs:UpdateService"], ServiceArns(Stack.Of(scope), services)),
        // The actions take no resource (Service Authorization Reference, Application Auto Scaling). The states ask for one ResourceId.
        Allow("TheScalableTargets", ["application-autoscaling:DescribeScalableTargets", "application-autoscaling:DescribeScheduledActions"], ["*"]),
        // A scalable target's ARN ends in an id that Application Auto Scaling draws when it is registered: nobody can name it here.
        Allow("TheScalableTargetsLimits", ["application-autoscaling:RegisterScalableTarget"], [ScalableTargets(Stack.Of(scope))]),
        // It takes no resource either (Service Authorization Reference, Elastic Load Balancing V2). The states ask for the service's own target group.
        Allow("TheHealthyTargets", ["elasticloadbalancing:DescribeTargetHealth"], ["*"]),
        Allow("TheCalendar", ["lambda:InvokeFunction"], [calendar.FunctionArn]),
        Allow("TheHoldsEvents", ["events:PutEvents"], [bus.EventBusArn]),
    ];

    internal static PolicyStatement Allow(string sid, string[] actions, string[] resources) =>
        new(new PolicyStatementProps { Sid = sid, Effect = Effect.ALLOW, Actions = actions, Resources = resources });

    /// <summary>The ARNs of a state machine's executions.</summary>
    internal static string Executions(StateMachine stateMachine) =>
        Stack.Of(stateMachine).FormatArn(new ArnComponents
        {
            Service = "states",
            Resource = "execution",
            ResourceName = $"{stateMachine.StateMachineName}:*",
            ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
        });

    private static string[] ServiceArns(Stack stack, IReadOnlyList<CoveredService> services)
    {
        var clusters = services.GroupBy(service => service.ClusterName).ToList();
        CoveredService[][] finestFirst =
        [
            [.. clusters.SelectMany<IGrouping<string, CoveredService>, CoveredService>(cluster => cluster.Count() > ServicesNamedPerCluster ? [new(cluster.Key, "*")] : cluster)],
            [.. clusters.Select(cluster => new CoveredService(cluster.Key, "*"))],
        ];
        var names = finestFirst.FirstOrDefault(named => named.Sum(Length) <= CharactersOfServices)?.Select(service => service.Name) ?? ["*"];
        return [.. names.Select(name => stack.FormatArn(new ArnComponents { Service = "ecs", Resource = "service", ResourceName = name }))];
    }

    private static int Length(CoveredService service) =>
        CoveredService.Length(service.ClusterName) + CoveredService.Length(service.ServiceName) + CharactersOfAnArn;

    private static string ScalableTargets(Stack stack) =>
        stack.FormatArn(new ArnComponents { Service = "application-autoscaling", Resource = "scalable-target", ResourceName = "*" });
}
