using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Running;

/// <summary>Loses, doubles or delays the news of ended executions on their way from EventBridge.</summary>
internal sealed class EventFaults(Run run, Scenario scenario)
{
    private readonly Dictionary<int, Fault.OfEvent> _faults = scenario.Faults.OfType<Fault.OfEvent>().DistinctBy(fault => fault.Number).ToDictionary(fault => fault.Number);
    private int _count;

    internal Outcome<JsonObject> Deliver(Step step, ServiceCall call)
    {
        var ended = (string?)JsonNode.Parse((string)call.Request["input"]!)!["executionArn"];
        if (ended is null || _faults.GetValueOrDefault(_count++) is not { } fault)
        {
            return step.Make(call);
        }

        run.See(new Observation.Faulted(run.Now, ended, null, $"EventBridge delivers the end of {Actor.Execution.Short(ended)} {fault.Times} times, {fault.Late} late"));
        for (var time = 0; time < fault.Times; time++)
        {
            var copy = call with { Request = call.Request.DeepClone().AsObject() };
            copy.Request["name"] = $"{(string)call.Request["name"]!}{time}";
            run.Calls.Note(fault.Late, () => run.Apply(new Actor.Cloud(), late => late.Make(copy)));
        }

        return new JsonObject { ["executionArn"] = ended };
    }
}
