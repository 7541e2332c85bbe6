using System.CommandLine;
using System.Net;
using Headroom.Cli.Assemblies;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;
using Headroom.Cloud;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom up</c>: a local cloud until Ctrl+C.</summary>
internal static class UpCommand
{
    internal static Command Create()
    {
        var port = PortOption.Create("Port to listen on; 0 takes a free one.");
        var address = new Option<string>("--address") { Description = "Address to listen on. Anything but loopback lets others on the network be your account's administrator.", DefaultValueFactory = _ => "127.0.0.1" };
        var speed = SpeedOption.Create(1);
        var region = RegionOption.OfLocalCloud("Region to simulate.");
        var deploy = new Option<bool>("--deploy") { Description = "Deploy the example stack (infra) before saying that the cloud is ready." };
        var data = new Option<string?>("--data") { Description = "Folder to keep everything in: the next cloud that is started on it goes on where this one was." };
        var json = JsonOption.Create();
        var command = new VerbCommand("up", "Runs a local cloud until Ctrl+C: the AWS services that a hold touches, on one port.", """
            headroom up                                           an empty cloud on port 4566
            headroom up --deploy --speed 20                       with the example stack, twenty times as fast
            headroom up --data ./cloud                            kept in a folder, whatever happens to the process
            headroom up --port 0 --json                           a free port, printed for programs
            """)
        {
            port, address, speed, region, deploy, data, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new CloudOptions
            {
                Port = PortOption.Value(parsed, port, least: 0),
                Address = IPAddress.TryParse(parsed.GetValue(address), out var ip) ? ip : throw new CommandFailure($"--address {parsed.GetValue(address)} is no IP address."),
                Speed = SpeedOption.Value(parsed, speed),
                Region = parsed.GetValue(region)!,
                DataDirectory = parsed.GetValue(data),
            };
            return await RunAsync(options, parsed.GetValue(deploy), new UpView(parsed.GetValue(json)), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(CloudOptions options, bool deploy, UpView view, CancellationToken cancellation)
    {
        await using var cloud = await LocalCloud.StartAsync(options);
        view.Started(cloud.Settings);
        if (deploy)
        {
            var aws = AwsConnection.ToLocal(cloud.Settings);
            var stacks = await new StackDeployment(aws, view.Progress).DeployAsync(ShippedAssembly.Read(aws), cancellation);
            view.Deployed(stacks);
        }

        view.Ready(cloud.Settings, options.DataDirectory);
        var interrupted = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        if (await Task.WhenAny(cloud.Completion, interrupted) == cloud.Completion)
        {
            await cloud.Completion;
        }

        view.Stopped();
        return ExitCode.Done;
    }
}
