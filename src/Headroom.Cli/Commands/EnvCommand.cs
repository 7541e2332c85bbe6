using System.CommandLine;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom env</c>: the environment with which AWS clients talk to a local cloud.</summary>
internal static class EnvCommand
{
    internal static Command Create()
    {
        var port = PortOption.Create("Port of the cloud.");
        var region = RegionOption.OfLocalCloud("Region of the cloud.");
        var command = new VerbCommand("env", "Prints the environment with which the AWS CLI, SDKs and the CDK talk to the local cloud.", """
            eval "$(headroom env)"                                then: aws sns list-topics
            """)
        {
            port, region,
        };
        command.SetAction(parsed =>
        {
            foreach (var line in LocalEnvironment.Exports(PortOption.Value(parsed, port, least: 1), parsed.GetValue(region)!))
            {
                Console.WriteLine(line);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
