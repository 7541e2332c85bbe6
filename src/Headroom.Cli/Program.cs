using Headroom.Cli.Commands;
using Headroom.Cli.Output;

namespace Headroom.Cli;

/// <summary>The <c>headroom</c> command.</summary>
internal static class Program
{
    /// <summary>Exit codes: 0 done, 1 did not succeed (the last line says why), 2 the command line is wrong, 130 interrupted.</summary>
    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            return await CommandLine.InvokeAsync(arguments);
        }
        catch (OperationCanceledException end) when (Fault.IsInterruption(end))
        {
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // the last place where a fault can become one readable line
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"headroom: {Fault.OneLine(fault)}");
            return ExitCode.Failed;
        }
    }
}
