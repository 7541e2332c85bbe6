using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Simulation.Running;

/// <summary>Loses, doubles or delays what EventBridge starts: recoveries after the news of an ended execution, looks at a deployment, and sweeps.</summary>
internal sealed class EventFaults(Run run, Scenario scenario)
{
    private readonly Dictionary<(EventKind Kind, int Number), Fault.OfEvent> _faults = scenario.Faults.OfType<Fault.OfEvent>()
        .DistinctBy(fault => (fault.Kind, fault.Number)).ToDictionary(fault => (fault.Kind, fault.Number));

    private readonly Dictionary<EventKind, int> _counts = [];

    internal Outcome<Answer> Deliver(Step step, ServiceCall call)
    {
        var (kind, what) = Read(JsonNode.Parse((string)call.Request["input"]!)!);
        var number = _counts.GetValueOrDefault(kind);
        _counts[kind] = number + 1;
        return _faults.GetValueOrDefault((kind, number)) is { } fault ? Deliver(call, what, fault) : step.Make(call);
    }

    private static (EventKind Kind, string What) Read(JsonNode input) =>
        (string?)input["executionArn"] is { } ended ? (EventKind.Ended, $"the end of {Actor.Execution.Short(ended)}")
        : input["resources"] is not null ? (EventKind.Deployment, "a deployment")
        : (EventKind.Sweep, "a sweep");

    private Answer Deliver(ServiceCall call, string what, Fault.OfEvent fault)
    {
        run.See(new Observation.Faulted(run.Now, null, null, $"EventBridge delivers {what} {fault.Times} times{(fault.Late > TimeSpan.Zero ? $", {fault.Late} late" : "")}"));
        for (var time = 0; time < fault.Times; time++)
        {
            var copy = call with { Request = call.Request.DeepClone().AsObject() };
            copy.Request["name"] = $"{(string)call.Request["name"]!}{time}";
            run.Calls.Note(fault.Late, () => run.Apply(new Actor.Cloud(), delivery => delivery.Make(copy)));
        }

        return new(new StartExecutionResponse { ExecutionArn = "on its way", StartDate = run.Now });
    }
}
