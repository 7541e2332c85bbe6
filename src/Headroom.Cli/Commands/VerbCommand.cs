using System.CommandLine;

namespace Headroom.Cli.Commands;

/// <summary>A verb with examples for its help.</summary>
internal sealed class VerbCommand(string name, string description, string examples) : Command(name, description)
{
    /// <summary>One command line with its meaning per line.</summary>
    internal string Examples => examples;
}
