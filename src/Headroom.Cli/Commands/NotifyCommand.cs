using System.CommandLine;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;
using Headroom.Cli.Output;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom notify</c>: publishes a notification.</summary>
internal static class NotifyCommand
{
    internal static Command Create()
    {
        var message = new Argument<string?>("MESSAGE") { Description = "Any text: the defaults apply to every covered service. Leave it out when options say what to hold.", Arity = ArgumentArity.ZeroOrOne };
        var services = new Option<string[]>("--service") { Description = "Only this covered service (cluster/service); may be repeated." };
        var holdFor = new Option<string?>("--hold-for") { Description = "How long: an ISO 8601 duration (PT15M) or seconds." };
        var capacity = new Option<string?>("--capacity") { Description = "How much: max, a percentage of the maximum (80%), or a task count." };
        var startAt = new Option<string?>("--start-at") { Description = "When to begin: an ISO 8601 instant (2026-03-01T18:00:00Z). Default: now." };
        var reason = new Option<string?>("--reason") { Description = "Shown in history and events." };
        var topic = new TopicOptions();
        var connection = new ConnectionOptions();
        var json = JsonOption.Create();
        var command = new VerbCommand("notify", "Publishes a notification to the topic: the covered services are held.", """
            headroom notify "hello!"                              the defaults, for every covered service
            headroom notify --hold-for PT15M --capacity 80%       a quarter of an hour at 80 % of the maximum
            headroom notify --service shop/checkout --start-at 2026-03-01T18:00:00Z
            headroom notify "hello!" --endpoint-url http://127.0.0.1:4566
            """)
        {
            message, services, holdFor, capacity, startAt, reason, json,
        };
        topic.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var fields = new JsonObject();
            if (parsed.GetValue(services) is { Length: > 0 } named)
            {
                fields["services"] = new JsonArray([.. named.Select(name => JsonValue.Create(name))]);
            }

            AddNumberOrText(fields, "holdFor", parsed.GetValue(holdFor));
            AddNumberOrText(fields, "capacity", parsed.GetValue(capacity));
            AddText(fields, "startAt", parsed.GetValue(startAt));
            AddText(fields, "reason", parsed.GetValue(reason));
            var text = parsed.GetValue(message);
            if (text is not null && fields.Count > 0)
            {
                throw new CommandFailure("Give either a message or options: a message of your own is published as it is.");
            }

            if (text is null && fields.Count == 0)
            {
                throw new CommandFailure("Say what to hold: any text, for every covered service and the default time, or options. headroom notify --help has examples.");
            }

            var aws = await connection.ConnectAsync(parsed);
            var published = await topic.PublishAsync(aws, parsed, text ?? fields.ToJsonString(), cancellation);
            published.Show(parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void AddText(JsonObject fields, string name, string? value)
    {
        if (value is not null)
        {
            fields[name] = value;
        }
    }

    private static void AddNumberOrText(JsonObject fields, string name, string? value)
    {
        if (value is not null)
        {
            fields[name] = int.TryParse(value, out var count) ? JsonValue.Create(count) : JsonValue.Create(value);
        }
    }
}
