using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;
using Headroom.Notifications;
using Headroom.Wire.Json;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom forward</c>: a local cloud's time goes on, and nobody waits for it.</summary>
internal static class ForwardCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    internal static Command Create()
    {
        var time = new Argument<string>("TIME") { Description = "How far: an ISO 8601 duration (PT15M) or seconds, up to 31 days." };
        var connection = new ConnectionOptions();
        var json = JsonOption.Create();
        var command = new VerbCommand("forward", "Moves a local cloud's time on without waiting for it. Everything on the way happens, in order: tasks start, alarms fire, holds end.", """
            headroom forward PT15M                                a quarter of an hour passes
            headroom forward 90 --endpoint-url http://127.0.0.1:4566
            """)
        {
            time, json,
        };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var span = Read(parsed.GetValue(time)!);
            var aws = await connection.ConnectAsync(parsed);
            var before = await CloudTime.NowAsync(aws, cancellation);
            var now = await CloudTime.ForwardAsync(aws, before, before + span, cancellation);
            Console.WriteLine(parsed.GetValue(json) ? new JsonObject { ["now"] = Instants.Canonical(now) }.ToJsonString() : $"It is {Instants.Canonical(now)} in the cloud now.");
            return ExitCode.Done;
        });
        return command;
    }

    private static TimeSpan Read(string text)
    {
        var span = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : HoldDuration.TryParse(text, out var duration) ? duration
            : TimeSpan.Zero;
        return span > TimeSpan.Zero && span <= Longest
            ? span
            : throw new CommandFailure($"{text} is no time to move on by: give an ISO 8601 duration (PT15M) or a number of seconds, up to 31 days.");
    }
}
