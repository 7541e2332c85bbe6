using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>
/// A deployment that carries a desired count sets it below a hold's floor, and Application Auto Scaling does not look
/// (<see href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html"/>): each deployment of a covered cluster makes the state
/// machine look. Where nothing is held, that is one read.
/// </summary>
internal sealed class DeploymentGuard : Construct
{
    /// <summary>
    /// An event pattern holds 2,048 characters, and more only where the account's quota was raised (<see href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html">
    /// quotas</see>): beyond so many of clusters, the account's ECS services are named in their place.
    /// </summary>
    private const int CharactersOfClusters = 1800;

    /// <summary>The longest partition and Region, an account, and the JSON around.</summary>
    private const int CharactersOfAPrefix = 80;

    private static readonly string[] Began = ["SERVICE_DEPLOYMENT_IN_PROGRESS"];

    internal DeploymentGuard(Construct scope, string id, StateMachine stateMachine, IReadOnlyList<CoveredService> services)
        : base(scope, id)
    {
        _ = new Rule(this, "Began", new RuleProps
        {
            Description = "A deployment may set fewer tasks than a hold has promised",
            EventPattern = new EventPattern
            {
                Source = ["aws.ecs"],
                DetailType = ["ECS Deployment State Change"],
                Resources = Match.AnyOf([.. Prefixes(Stack.Of(this), services).Select(Match.Prefix)]),
                Detail = new Dictionary<string, object> { ["eventName"] = Began },
            },
            // The event as it is: its resource is the service.
            Targets = [new SfnStateMachine(stateMachine)],
        });
    }

    private static IEnumerable<string> Prefixes(Stack stack, IReadOnlyList<CoveredService> services)
    {
        var clusters = services.Select(service => service.ClusterName).Distinct().ToList();
        IEnumerable<string> names = clusters.Sum(cluster => CoveredService.Length(cluster) + CharactersOfAPrefix) > CharactersOfClusters
            ? [""]
            : clusters.Select(cluster => $"{cluster}/");
        return names.Select(name => stack.FormatArn(new ArnComponents { Service = "ecs", Resource = "service", ResourceName = name }));
    }
}
