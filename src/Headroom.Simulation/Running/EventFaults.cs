using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Simulation.Running;

/// <summary>Loses, doubles or delays what EventBridge starts: recoveries after the news of an ended execution, looks at a deployment, and sweeps.</summary>
internal sealed class EventFaults(Run run, Scenario scenario)
{
    private readonly Dictionary<int, Fault.OfEvent> _news = scenario.Faults.OfType<Fault.OfEvent>().DistinctBy(fault => fault.Number).ToDictionary(fault => fault.Number);
    private readonly Dictionary<int, Fault.OfSweep> _sweeps = scenario.Faults.OfType<Fault.OfSweep>().DistinctBy(fault => fault.Number).ToDictionary(fault => fault.Number);
    private readonly Dictionary<int, Fault.OfDeployment> _deployments = scenario.Faults.OfType<Fault.OfDeployment>().DistinctBy(fault => fault.Number).ToDictionary(fault => fault.Number);
    private int _newsCount;
    private int _sweepCount;
    private int _deploymentCount;

    internal Outcome<Answer> Deliver(Step step, ServiceCall call)
    {
        var input = JsonNode.Parse((string)call.Request["input"]!)!;
        if ((string?)input["executionArn"] is { } ended)
        {
            return _news.GetValueOrDefault(_newsCount++) is { } news ? Deliver(call, $"the end of {Actor.Execution.Short(ended)}", news.Times, news.Late) : step.Make(call);
        }

        return input["resources"] is not null
            ? _deployments.GetValueOrDefault(_deploymentCount++) is { } deployed ? Deliver(call, "a deployment", deployed.Times, deployed.Late) : step.Make(call)
            : _sweeps.GetValueOrDefault(_sweepCount++) is { } sweep ? Deliver(call, "a sweep", sweep.Times, TimeSpan.Zero) : step.Make(call);
    }

    private Answer Deliver(ServiceCall call, string what, int times, TimeSpan late)
    {
        run.See(new Observation.Faulted(run.Now, null, null, $"EventBridge delivers {what} {times} times{(late > TimeSpan.Zero ? $", {late} late" : "")}"));
        for (var time = 0; time < times; time++)
        {
            var copy = call with { Request = call.Request.DeepClone().AsObject() };
            copy.Request["name"] = $"{(string)call.Request["name"]!}{time}";
            run.Calls.Note(late, () => run.Apply(new Actor.Cloud(), delivery => delivery.Make(copy)));
        }

        return new(new StartExecutionResponse { ExecutionArn = "on its way", StartDate = run.Now });
    }
}
