using Headroom.Cli.Aws;
using Headroom.Cli.Output;

namespace Headroom.Cli.Assemblies;

/// <summary>The example stack that comes with the command: its checked-in cloud assembly, and the Notifier as the build made it.</summary>
internal static class ShippedAssembly
{
    /// <summary>Reads it, with the Notifier's folder in the place of the asset that a synthesis would have made.</summary>
    /// <exception cref="CommandFailure">It is to go to AWS, where the build's Notifier would not run.</exception>
    internal static CloudAssembly Read(IAws aws)
    {
        if (aws.Endpoint is null or { IsLoopback: false })
        {
            throw new CommandFailure(
                "Headroom's own example is deployed without Node only to a local cloud, whose functions run on this machine's .NET. "
                + "On AWS the Notifier is a native binary that the CDK builds: run `npx cdk deploy`, or deploy an assembly that you synthesized: `headroom deploy cdk.out`.");
        }

        var notifier = Path.Combine(AppContext.BaseDirectory, "notifier");
        var assembly = CloudAssembly.Read(Path.Combine(AppContext.BaseDirectory, "assembly"));
        return assembly with { Stacks = [.. assembly.Stacks.Select(stack => stack with { Assets = [.. stack.Assets.Select(asset => WithNotifier(asset, notifier))] })] };
    }

    private static AssemblyAsset WithNotifier(AssemblyAsset asset, string notifier) => asset.IsZip ? asset with { Source = notifier } : asset;
}
