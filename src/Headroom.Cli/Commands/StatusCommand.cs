using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;
using Headroom.Cli.Output;
using Headroom.Wire.Json;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom status</c>: what is held, until when, and what is planned.</summary>
internal static class StatusCommand
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    internal static Command Create()
    {
        var stack = new Option<string>("--stack") { Description = "The CloudFormation stack with the CapacityHold.", DefaultValueFactory = _ => "infra" };
        var connection = new ConnectionOptions();
        var json = JsonOption.Create();
        var command = new VerbCommand("status", "Shows running and planned holds, and the scalable ECS services of the account.", """
            headroom status                                       what is held, until when, and what will be
            headroom status --json | jq .holds                    for programs
            """)
        {
            stack, json,
        };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var aws = await connection.ConnectAsync(parsed);
            var parts = await HoldStack.FindAllAsync(aws, parsed.GetValue(stack)!, cancellation);
            var holds = await HoldItem.AllAsync(aws, parts, cancellation);
            var targets = await TargetStatus.AllAsync(aws, cancellation);
            var now = await CloudTime.NowAsync(aws, cancellation);
            var planned = await PlannedHold.AllAsync(aws, parts, now, cancellation);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(new JsonObject
                {
                    ["now"] = Instants.Canonical(now),
                    ["holds"] = JsonSerializer.SerializeToNode(holds, CamelCase),
                    ["planned"] = JsonSerializer.SerializeToNode(planned, CamelCase),
                    ["targets"] = JsonSerializer.SerializeToNode(targets, CamelCase),
                }.ToJsonString());
            }
            else
            {
                Show(holds, planned, targets, now);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(IReadOnlyList<HoldItem> holds, IReadOnlyList<PlannedHold> planned, IReadOnlyList<TargetStatus> targets, DateTimeOffset now)
    {
        Console.WriteLine(holds.Count == 0 ? "No hold is running." : "Running holds:");
        foreach (var hold in holds)
        {
            Console.WriteLine($"  {hold.Line(now)}");
        }

        if (planned.Count > 0)
        {
            Console.WriteLine("Planned holds:");
            foreach (var hold in planned)
            {
                Console.WriteLine($"  {hold.Line(now)}");
            }
        }

        Console.WriteLine(targets.Count == 0 ? "No ECS service is a scalable target here." : "Scalable ECS services:");
        foreach (var target in targets)
        {
            Console.WriteLine($"  {target.Line()}");
        }
    }
}
