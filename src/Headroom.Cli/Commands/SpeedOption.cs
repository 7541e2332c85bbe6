using System.CommandLine;
using System.Globalization;
using Headroom.Cli.Output;

namespace Headroom.Cli.Commands;

/// <summary>The <c>--speed</c> option.</summary>
internal static class SpeedOption
{
    private const double Fastest = 10_000;

    internal static Option<double> Create(double usual) => new("--speed")
    {
        Description = "Cloud seconds per second: 1 is real time. While a function's code runs, time goes at 1.",
        DefaultValueFactory = _ => usual,
    };

    internal static double Value(ParseResult parsed, Option<double> option) => parsed.GetValue(option) is >= 1 and <= Fastest and var speed
        ? speed
        : throw new CommandFailure(string.Create(CultureInfo.InvariantCulture, $"--speed {parsed.GetValue(option)} is out of range: 1 (real time) to {Fastest}."));
}
