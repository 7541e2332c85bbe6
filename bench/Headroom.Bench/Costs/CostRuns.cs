using System.Text.Json.Nodes;
using Headroom.Bench.Staging;

namespace Headroom.Bench.Costs;

/// <summary>The runs that are charged for.</summary>
internal static class CostRuns
{
    private const ulong Seed = 1;
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(12);

    internal static Usage PlainHold() => Measure(new HeadroomStack(), stack => stack.Publish("hello!"));

    internal static Usage ExtendedHold() => Measure(new HeadroomStack(), stack =>
    {
        stack.Publish("hello!");
        stack.Cloud.Pass(TimeSpan.FromMinutes(2));
        stack.Publish("hello!");
    });

    internal static Usage ReleasedHold() => Measure(new HeadroomStack(), stack =>
    {
        stack.Publish("hello!");
        stack.Cloud.Pass(TimeSpan.FromMinutes(2));
        stack.Publish("""{"action": "release"}""");
    });

    internal static Usage Sample() => Measure(new SampleStack(), stack => stack.Publish("hello!"));

    /// <summary>The rule's sweeps of an hour in which nothing is held.</summary>
    internal static (Usage Usage, int Sweeps, int Alarms) IdleHour()
    {
        using var stack = DeployedStack.Of(new HeadroomStack().Template(), Seed);
        var before = stack.Executions().Count;
        var meter = new Meter(stack);
        stack.Cloud.Pass(TimeSpan.FromHours(1));
        var usage = meter.Read();
        return (usage, stack.Executions().Count - before, stack.Alarms);
    }

    private static Usage Measure(IStack kind, Action<DeployedStack> act)
    {
        using var stack = DeployedStack.Of(WithoutSweeps(kind.Template()), Seed);
        var meter = new Meter(stack);
        act(stack);
        stack.Cloud.Pass(Enough);
        return meter.Read();
    }

    // The sweeps have a line of their own.
    private static JsonObject WithoutSweeps(JsonObject template)
    {
        foreach (var rule in Templates.Properties(template, "AWS::Events::Rule").Where(rule => rule.ContainsKey("ScheduleExpression")))
        {
            rule["State"] = "DISABLED";
        }

        return template;
    }
}
