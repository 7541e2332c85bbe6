using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Headroom.Cli.Output;

namespace Headroom.Cli.Commands;

/// <summary>All verbs.</summary>
internal static class CommandLine
{
    internal static async Task<int> InvokeAsync(string[] arguments)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Action is ParseErrorAction && arguments.Length > 0)
        {
            await RefuseAsync(parsed);
            return ExitCode.Usage;
        }

        var result = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : result;
    }

    // Not with a page of help, as is usual: standard output is for results, and nobody looks for what was wrong above a page.
    private static Task RefuseAsync(ParseResult parsed)
    {
        var help = parsed.CommandResult.Command is RootCommand ? "headroom --help" : $"headroom {parsed.CommandResult.Command.Name} --help";
        return Console.Error.WriteLineAsync($"headroom: {string.Join(' ', parsed.Errors.Select(error => error.Message))} See {help}.");
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Headroom holds Amazon ECS capacity through a notification burst: it pauses scale-in, scales the service up, waits, and resumes scale-in.")
        {
            DemoCommand.Create(),
            UpCommand.Create(),
            EnvCommand.Create(),
            DeployCommand.Create(),
            NotifyCommand.Create(),
            StatusCommand.Create(),
            ReleaseCommand.Create(),
            TrafficCommand.Create(),
            ForwardCommand.Create(),
            RehearseCommand.Create(),
            SimulateCommand.Create(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
