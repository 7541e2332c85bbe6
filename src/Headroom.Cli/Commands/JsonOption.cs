using System.CommandLine;

namespace Headroom.Cli.Commands;

/// <summary>The <c>--json</c> option of every verb.</summary>
internal static class JsonOption
{
    internal static Option<bool> Create() => new("--json") { Description = "One JSON object per line, for programs." };
}
