using System.Net.Sockets;
using Headroom.Cli.Output;
using Headroom.Cloud;
using Headroom.Cloud.Store;

namespace Headroom.Cli.Commands;

/// <summary>Starts embedded clouds, with a readable answer where the port is taken or the folder cannot be written.</summary>
internal static class LocalCloud
{
    internal static async Task<EmbeddedCloud> StartAsync(CloudOptions options)
    {
        if (options.DataDirectory is { } folder)
        {
            DemandFolder(folder);
        }

        try
        {
            return await EmbeddedCloud.StartAsync(options);
        }
        catch (DataDirectoryException fault)
        {
            throw new CommandFailure($"--data {options.DataDirectory}: {fault.Message}", fault);
        }
        catch (IOException fault)
        {
            throw new CommandFailure($"Port {options.Port} on {options.Address} cannot be used ({fault.Message}). Is another cloud running? Choose another with --port, or 0 for a free one.", fault);
        }
        catch (SocketException fault)
        {
            throw new CommandFailure($"Port {options.Port} on {options.Address} cannot be listened on ({fault.Message}). Choose others with --address and --port.", fault);
        }
    }

    private static void DemandFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"--data {folder} cannot be made a folder ({fault.Message}).");
        }
    }
}
