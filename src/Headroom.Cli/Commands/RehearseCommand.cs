using System.CommandLine;
using Headroom.Cli.Assemblies;
using Headroom.Cli.Output;
using Headroom.Cli.Rehearsals;
using Headroom.Rehearsal.Plans;
using Headroom.Rehearsal.Reporting;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom rehearse</c>: tonight's push, on this machine.</summary>
internal static class RehearseCommand
{
    private const string Example = """
        { "push": { "audience": 100000 }, "notification": { "holdFor": "PT30M" } }
        """;

    internal static Command Create()
    {
        var plan = new Argument<string?>("PLAN") { Description = "JSON file that says what is pushed to whom, and what the service is like (docs/rehearsal.md). Default: a push to 100,000 people, with the example.", Arity = ArgumentArity.ZeroOrOne };
        var assembly = new Option<string?>("--assembly") { Description = "Cloud assembly with your own stack (cdk.out). Default: the example stack, in the shape that the plan gives it." };
        var stack = new Option<string?>("--stack") { Description = "The stack with the CapacityHold, where the assembly has several." };
        var report = new Option<string?>("--report") { Description = "Write the report there, one HTML page with plots." };
        var json = JsonOption.Create();
        var command = new VerbCommand("rehearse", "Plays a push twice on local clouds, with the hold and without, in seconds: what is dropped, when capacity is ready, what to change. Exit code 0 only if nothing is dropped with the hold.", """
            headroom rehearse                                     the example
            headroom rehearse tonight.json --report tonight.html  your numbers, and a page with plots
            headroom rehearse tonight.json --assembly cdk.out     your own stack
            headroom rehearse tonight.json --json | jq .findings  for programs
            """)
        {
            plan, assembly, stack, report, json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetValue(plan);
            var read = file is null ? PlanReader.Read(Example) : await ReadAsync(file, cancellation);
            var run = new RehearsalRun(read, parsed.GetValue(assembly) is { } folder ? CloudAssembly.Read(folder) : null, parsed.GetValue(stack), Console.Error.WriteLine);
            var (service, comparison) = await run.RunAsync(cancellation);
            var title = FormattableString.Invariant($"A push to {read.Push.Audience:N0} people, rehearsed on {service}");
            Console.WriteLine(parsed.GetValue(json) ? RehearsalView.Json(service, comparison) : $"{title}\n\n{RehearsalView.Text(comparison)}");
            if (parsed.GetValue(report) is { } page)
            {
                await WriteAsync(page, HtmlReport.Write(title, comparison), cancellation);
            }

            return comparison.WithHold.DropsNothing ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static async Task<RehearsalPlan> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return PlanReader.Read(await File.ReadAllTextAsync(file, cancellation));
        }
        catch (Exception fault) when (fault is PlanException or IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{file} is no plan: {fault.Message}", fault);
        }
    }

    private static async Task WriteAsync(string file, string page, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllTextAsync(file, page, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"--report {file} cannot be written: {fault.Message}", fault);
        }
    }
}
