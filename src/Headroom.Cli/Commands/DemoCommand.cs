using System.CommandLine;
using Headroom.Cli.Demo;
using Headroom.Cloud;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom demo</c>: the whole way once, on this machine.</summary>
internal static class DemoCommand
{
    private const double UsualSpeed = 80;

    internal static Command Create()
    {
        var speed = SpeedOption.Create(UsualSpeed);
        var json = JsonOption.Create();
        var command = new VerbCommand("demo", "Starts a local cloud, deploys the example stack, publishes a notification and shows the hold until scale-in is resumed. Exit code 0 only if all four steps were seen.", """
            headroom demo                                         watch it
            headroom demo --speed 10                              more slowly
            headroom demo --json | jq -c 'select(.event=="Summary")'
            """)
        {
            speed, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var options = new CloudOptions { Port = 0, Speed = SpeedOption.Value(parsed, speed) };
            IDemoView view = parsed.GetValue(json) ? new JsonDemoView(Console.Out) : new TextDemoView(Console.Out);
            return new DemoRun(options, view).RunAsync(cancellation);
        });
        return command;
    }
}
