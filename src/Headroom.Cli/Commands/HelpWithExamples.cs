using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Headroom.Cli.Commands;

/// <summary>The usual help, with the verb's examples below it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Root = """
        headroom demo                          see a hold from notification to release, on this machine
        headroom up --deploy --speed 20        a local cloud with the example stack, until Ctrl+C
        headroom notify "hello!"               hold all covered services for the default time
        """;

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command is VerbCommand verb ? verb.Examples : Root;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in examples.Split('\n'))
        {
            output.WriteLine($"  {line.TrimEnd('\r')}");
        }

        output.WriteLine();
        return result;
    }
}
