using System.Text.Json.Nodes;
using Headroom.Cli.Assemblies;
using Headroom.Cli.Aws;
using Headroom.Cli.Commands;
using Headroom.Cli.Holds;
using Headroom.Cli.Load;
using Headroom.Cli.Output;
using Headroom.Cloud;
using Headroom.Rehearsal.Plans;

namespace Headroom.Cli.Rehearsals;

/// <summary>A cloud with the stack deployed, its service in the plan's shape, and its usual load on it for so long that its scaling has settled.</summary>
internal sealed class RehearsalStage : IAsyncDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    /// <summary>A target tracking policy scales in after 15 minutes (https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html).</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(40);

    private readonly EmbeddedCloud _cloud;

    private RehearsalStage(EmbeddedCloud cloud, IAws aws, IReadOnlyList<DeployedStack> deployed, string stack, string service)
    {
        (_cloud, Aws, Deployed, Stack, Service) = (cloud, aws, deployed, stack, service);
        Load = new(aws.Endpoint!);
    }

    internal IAws Aws { get; }

    /// <summary>All stacks.</summary>
    internal IReadOnlyList<DeployedStack> Deployed { get; }

    /// <summary>The stack with the CapacityHold.</summary>
    internal string Stack { get; }

    /// <summary><c>cluster/service</c>.</summary>
    internal string Service { get; }

    internal LoadClient Load { get; }

    /// <summary>US dollars.</summary>
    internal decimal TaskHourPrice { get; private set; }

    internal static async Task<RehearsalStage> SetAsync(RehearsalPlan plan, CloudAssembly? assembly, string? stack, CancellationToken cancellation)
    {
        var cloud = await LocalCloud.StartAsync(OptionsFor(assembly));
        try
        {
            var aws = AwsConnection.ToLocal(cloud.Settings);
            var stacks = await DeployAsync(aws, assembly, cancellation);
            var stage = new RehearsalStage(cloud, aws, stacks, stack ?? Only(stacks), await ServiceAsync(aws, plan.Service.Name, cancellation));
            await stage.ShapeAsync(plan, cancellation);
            return stage;
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    /// <summary>A request about the service's load.</summary>
    internal JsonObject OfService() => Service.Split('/') is [var cluster, var service] ? new() { ["Cluster"] = cluster, ["Service"] = service } : throw new InvalidOperationException(Service);

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    // In the account and Region that the stacks are meant for.
    private static CloudOptions OptionsFor(CloudAssembly? assembly)
    {
        var options = new CloudOptions { Port = 0 };
        foreach (var place in (assembly?.Stacks ?? []).Select(stack => stack.Environment.Split('/')))
        {
            if (place is [.., var account, var region])
            {
                options = options with { AccountId = Known(account) ?? options.AccountId, Region = Known(region) ?? options.Region };
            }
        }

        return options;
    }

    private static string? Known(string place) => place.StartsWith("unknown-", StringComparison.Ordinal) ? null : place;

    private static async Task<IReadOnlyList<DeployedStack>> DeployAsync(IAws aws, CloudAssembly? assembly, CancellationToken cancellation)
    {
        var deployment = new StackDeployment(aws, _ => { }).DeployAsync(assembly ?? ShippedAssembly.Read(aws), cancellation);
        while (!deployment.IsCompleted)
        {
            await PassAsync(aws, AtOnce, cancellation);
        }

        return await deployment;
    }

    private static string Only(IReadOnlyList<DeployedStack> stacks) => stacks is [{ Name: var only }]
        ? only
        : throw new CommandFailure($"The assembly has {stacks.Count} stacks: name the one with the CapacityHold with --stack ({string.Join(", ", stacks.Select(stack => stack.Name))}).");

    private static async Task<string> ServiceAsync(IAws aws, string? named, CancellationToken cancellation)
    {
        var targets = await TargetStatus.AllAsync(aws, cancellation);
        var names = targets.Select(target => target.Target["service/".Length..]).ToList();
        return named is null
            ? names is [var only] ? only : throw new CommandFailure($"The stack has {names.Count} scalable ECS services: say in the plan which is meant, service.name ({string.Join(", ", names)}).")
            : names.Contains(named) ? named : throw new CommandFailure($"service.name: {named} is no scalable ECS service of the stack; there are {string.Join(", ", names)}.");
    }

    private async Task ShapeAsync(RehearsalPlan plan, CancellationToken cancellation)
    {
        var parts = Service.Split('/');
        var service = new ShapedService(Aws, parts[0], parts[1]);
        await service.ShapeAsync(plan.Service, cancellation);
        TaskHourPrice = await service.TaskHourPriceAsync(cancellation);
        var load = OfService();
        load["RequestsPerSecond"] = plan.Load.RequestsPerSecond;
        load["Work"] = new JsonObject { ["CpuMillisecondsPerRequest"] = plan.Load.CpuMillisecondsPerRequest, ["TimeoutSeconds"] = plan.Load.TimeoutSeconds };
        await Load.CallAsync("PutTraffic", load, cancellation);
        await PassAsync(Aws, Settling, cancellation);
    }

    private static async Task PassAsync(IAws aws, TimeSpan time, CancellationToken cancellation)
    {
        var now = await CloudTime.NowAsync(aws, cancellation);
        await CloudTime.ForwardAsync(aws, now, now + time, cancellation);
    }
}
