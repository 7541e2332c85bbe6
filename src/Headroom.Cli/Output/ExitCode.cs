namespace Headroom.Cli.Output;

/// <summary>What the command's exit code means.</summary>
internal static class ExitCode
{
    /// <summary>It did what it says.</summary>
    internal const int Done = 0;

    /// <summary>It did not; the last line on standard error says why.</summary>
    internal const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    internal const int Usage = 2;

    /// <summary>Ctrl+C; what had been started was ended.</summary>
    internal const int Interrupted = 130;
}
