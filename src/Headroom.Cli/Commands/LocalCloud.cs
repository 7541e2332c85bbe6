using Headroom.Cli.Output;
using Headroom.Cloud;

namespace Headroom.Cli.Commands;

/// <summary>Starts embedded clouds, with a readable answer where the port is taken.</summary>
internal static class LocalCloud
{
    internal static async Task<EmbeddedCloud> StartAsync(CloudOptions options)
    {
        try
        {
            return await EmbeddedCloud.StartAsync(options);
        }
        catch (IOException fault)
        {
            throw new CommandFailure($"Port {options.Port} on {options.Address} cannot be used ({fault.Message}). Is another cloud running? Choose another with --port, or 0 for a free one.");
        }
    }
}
