using Headroom.Cli.Assemblies;
using Headroom.Cli.Aws;
using Headroom.Cli.Commands;
using Headroom.Cli.Load;
using Headroom.Cloud;

namespace Headroom.Cli.Demo;

/// <summary>The same stack and the same push in a second cloud that nobody notified: only its scaling policy acts.</summary>
internal static class WithoutHold
{
    internal static async Task<PushResult> RunAsync(CloudOptions options, string cluster, string service, CancellationToken cancellation)
    {
        await using var cloud = await LocalCloud.StartAsync(options);
        var aws = AwsConnection.ToLocal(cloud.Settings);
        await new StackDeployment(aws, _ => { }).DeployAsync(ShippedAssembly.Read(aws), cancellation);
        var load = new LoadClient(aws.Endpoint!);
        var began = cloud.Clock.GetUtcNow();
        await Push.SendAsync(load, cluster, service, began, cancellation);
        while (cloud.Clock.GetUtcNow() < began + Push.Over)
        {
            await Pause.ForAsync(TimeSpan.FromMilliseconds(100), cancellation);
        }

        return await Push.ResultAsync(load, cluster, service, cancellation);
    }
}
