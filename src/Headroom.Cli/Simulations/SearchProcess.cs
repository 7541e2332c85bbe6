using System.Diagnostics;

namespace Headroom.Cli.Simulations;

/// <summary>
/// A search in a process of its own, which collects its garbage seldom: a run allocates megabytes and keeps next to nothing of them. How much may be allocated
/// between two collections the runtime reads when a process starts, and from its environment only. <c>bench/simulate</c> measures what it is good for.
/// </summary>
internal static class SearchProcess
{
    private const string BetweenCollections = "DOTNET_GCgen0size";
    private const string Hexadecimal64MiB = "4000000";
    private const string Marker = "HEADROOM_SEARCH_PROCESS";

    private static readonly CancellationTokenSource Interruption = new();

    /// <summary>Runs the search, in this process where it is the one for it already; or else starts that one, and waits for its end.</summary>
    /// <param name="search">Searches until it is cancelled, and returns an exit code.</param>
    /// <param name="cancellation">Interrupts it: it still says what it has found.</param>
    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(Func<CancellationToken, int> search, CancellationToken cancellation)
    {
        if (Environment.GetEnvironmentVariable(Marker) is not null)
        {
            await using var asked = cancellation.Register(Interruption.Cancel);
            new Thread(WatchStarter) { IsBackground = true }.Start();
            return search(Interruption.Token);
        }

        using var process = Process.Start(Again(Environment.ProcessPath!, Environment.GetCommandLineArgs()))!;
        await using var interruption = cancellation.Register(process.StandardInput.Close);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    // The process may be the program itself, or dotnet, which wants the program's path first.
    private static ProcessStartInfo Again(string process, string[] commandLine) =>
        new(process, Path.GetFileNameWithoutExtension(process) == "dotnet" ? commandLine : commandLine[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            Environment = { [BetweenCollections] = Environment.GetEnvironmentVariable(BetweenCollections) ?? Hexadecimal64MiB, [Marker] = "1" },
        };

    // Standard input ends when whoever started this process interrupts the search, or is no more.
    private static void WatchStarter()
    {
        while (Console.Read() >= 0)
        {
        }

        Interruption.Cancel();
    }
}
