using System.CommandLine;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;
using Headroom.Cli.Output;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom release</c>: ends holds early.</summary>
internal static class ReleaseCommand
{
    internal static Command Create()
    {
        var services = new Option<string[]>("--service") { Description = "Only this covered service (cluster/service); may be repeated." };
        var reason = new Option<string?>("--reason") { Description = "Shown in history and events." };
        var topic = new TopicOptions();
        var connection = new ConnectionOptions();
        var json = JsonOption.Create();
        var command = new VerbCommand("release", "Ends running holds early: scale-in is resumed now. What is planned stays planned: headroom status says how to cancel it.", """
            headroom release                                      every covered service
            headroom release --service shop/checkout --reason "push was cancelled"
            """)
        {
            services, reason, json,
        };
        topic.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var fields = new JsonObject { ["action"] = "release" };
            if (parsed.GetValue(services) is { Length: > 0 } named)
            {
                fields["services"] = new JsonArray([.. named.Select(name => JsonValue.Create(name))]);
            }

            if (parsed.GetValue(reason) is { } why)
            {
                fields["reason"] = why;
            }

            var aws = await connection.ConnectAsync(parsed);
            var published = await topic.PublishAsync(aws, parsed, fields.ToJsonString(), cancellation);
            published.Show(parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }
}
