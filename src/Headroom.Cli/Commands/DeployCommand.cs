using System.CommandLine;
using System.Text.Json;
using Headroom.Cli.Assemblies;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom deploy</c>: deploys a cloud assembly without Node.</summary>
internal static class DeployCommand
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    internal static Command Create()
    {
        var assembly = new Argument<string?>("CLOUD_ASSEMBLY") { Description = "Folder that `cdk synth` wrote (cdk.out). Default: Headroom's own example stack, infra.", Arity = ArgumentArity.ZeroOrOne };
        var connection = new ConnectionOptions();
        var json = JsonOption.Create();
        var command = new VerbCommand("deploy", "Deploys a cloud assembly through CloudFormation: assets to S3, then the stacks.", """
            headroom deploy --endpoint-url http://127.0.0.1:4566  the example stack, on a local cloud
            headroom deploy cdk.out                               yours, wherever AWS_ENDPOINT_URL or your profile points
            """)
        {
            assembly, json,
        };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var aws = await connection.ConnectAsync(parsed);
            var read = parsed.GetValue(assembly) is { } folder ? CloudAssembly.Read(folder) : ShippedAssembly.Read(aws);
            var asJson = parsed.GetValue(json);
            await new StackDeployment(aws, line => Progress(line, asJson), stack => Show(stack, asJson)).DeployAsync(read, cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(DeployedStack stack, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(stack, CamelCase));
        }
        else
        {
            DeploymentView.Show(stack);
        }
    }

    private static void Progress(string line, bool json)
    {
        if (!json)
        {
            Console.WriteLine($"  {line}");
        }
    }
}
