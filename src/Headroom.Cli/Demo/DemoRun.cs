using Headroom.Cli.Assemblies;
using Headroom.Cli.Aws;
using Headroom.Cli.Commands;
using Headroom.Cli.Holds;
using Headroom.Cli.Load;
using Headroom.Cli.Output;
using Headroom.Cloud;

namespace Headroom.Cli.Demo;

/// <summary>The whole way once: a cloud, the example stack, a notification, and what can be seen until scale-in is resumed.</summary>
internal sealed class DemoRun(CloudOptions options, IDemoView view)
{
    private const string Stack = "infra";
    private const string Cluster = "ecs-scaling-example";
    private const string Service = "service_1";
    private const string Target = $"service/{Cluster}/{Service}";
    private const string Message = "hello!";

    /// <summary>Longest time, in the cloud, from the notification until scale-in must have been resumed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    internal async Task<int> RunAsync(CancellationToken cancellation)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var cloud = await LocalCloud.StartAsync(options);
        var aws = AwsConnection.ToLocal(cloud.Settings);
        view.Started(cloud.Settings, options.Speed);
        var withoutHold = WithoutHold.RunAsync(options, Cluster, Service, cancellation);
        var stacks = await new StackDeployment(aws, view.Deploying).DeployAsync(ShippedAssembly.Read(aws), cancellation);
        view.Deployed(cloud.Clock.GetUtcNow(), stacks[0]);

        var parts = await HoldStack.FindAsync(aws, Stack, cancellation);
        var observer = new HoldObserver(aws, cloud.Clock, Target, parts.StateMachineArn);
        var before = await observer.LookAsync(cancellation);
        var milestones = new Milestones(cloud.Clock.GetUtcNow());
        await Publication.SendAsync(aws, parts.TopicArn, Message, cancellation);
        view.Published(milestones.Published, Message, before);
        var load = new LoadClient(aws.Endpoint!);
        // Not from before the publication: on a slow machine the call alone takes a minute of the cloud's time, and the push would come before its tasks.
        var notified = cloud.Clock.GetUtcNow();
        await Push.SendAsync(load, Cluster, Service, notified, cancellation);

        milestones = await WatchAsync(cloud, observer, new(aws, Target), milestones, before, notified + Push.Over, cancellation);
        var path = await observer.PathAsync(cancellation);
        var pushes = new Pushes(await Push.ResultAsync(load, Cluster, Service, cancellation), await withoutHold);
        var wall = TimeProvider.System.GetElapsedTime(began);
        view.Ended(cloud.Clock.GetUtcNow(), milestones, path, pushes, wall);
        return milestones.Complete ? ExitCode.Done : ExitCode.Failed;
    }

    private async Task<Milestones> WatchAsync(
        EmbeddedCloud cloud, HoldObserver observer, ApiTimes times, Milestones milestones, Observation last, DateTimeOffset pushOver, CancellationToken cancellation)
    {
        while (cloud.Clock.GetUtcNow() < (milestones.Complete ? pushOver : milestones.Published + Patience))
        {
            var seen = await observer.LookAsync(cancellation);
            milestones = milestones with { Published = observer.PublishedAt ?? milestones.Published };
            if (!seen.LooksLike(last))
            {
                view.Changed(milestones.Published, seen);
                last = seen;
            }

            var after = await times.RefineAsync(milestones, milestones.After(seen), observer.Execution, cancellation);
            view.Reached(milestones, after);
            milestones = after;
            await Pause.ForAsync(BetweenLooks, cancellation);
        }

        return milestones;
    }
}
