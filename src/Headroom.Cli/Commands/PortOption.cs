using System.CommandLine;
using System.Net;
using Headroom.Cli.Output;

namespace Headroom.Cli.Commands;

/// <summary>The <c>--port</c> option.</summary>
internal static class PortOption
{
    internal const int Usual = 4566;

    internal static Option<int> Create(string description) => new("--port") { Description = description, DefaultValueFactory = _ => Usual };

    /// <param name="parsed">The command line.</param>
    /// <param name="option">What <see cref="Create"/> made.</param>
    /// <param name="least">0 where that takes a free port, else 1.</param>
    internal static int Value(ParseResult parsed, Option<int> option, int least) =>
        parsed.GetValue(option) is var port && port >= least && port <= IPEndPoint.MaxPort
            ? port
            : throw new CommandFailure($"--port {port} is out of range: {least} to {IPEndPoint.MaxPort}.");
}
