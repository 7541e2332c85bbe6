using System.Text.Json.Nodes;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services.StepFunctions;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Running;

/// <summary>The template's two rules: one for executions that ended badly, one that sweeps at a rate.</summary>
internal sealed class Recoveries(Run run, Stage stage, Scenario scenario)
{
    private static readonly TimeSpan Rate = TimeSpan.FromMinutes(5);
    private readonly Dictionary<int, Fault.OfEvent> _faults = scenario.Faults.OfType<Fault.OfEvent>().DistinctBy(fault => fault.Number).ToDictionary(fault => fault.Number);
    private int _ended;

    /// <summary>News on their way.</summary>
    internal int Pending { get; private set; }

    internal void Begin() => run.Agenda.At(Stage.Start + scenario.FirstSweep, Sweep);

    /// <summary>An execution of the machine ended badly.</summary>
    internal void Hear(CloudEvent happened)
    {
        var fault = _faults.GetValueOrDefault(_ended++) ?? new(0, 1, TimeSpan.Zero);
        var detail = happened.Detail.ToJsonString();
        if (fault.Times != 1 || fault.Late > TimeSpan.Zero)
        {
            run.See(new Observation.Faulted(run.Now, (string?)happened.Detail["executionArn"], null, $"EventBridge delivers the end of {happened.Detail["name"]} {fault.Times} times, {fault.Late} late"));
        }

        for (var time = 0; time < fault.Times; time++)
        {
            Pending++;
            run.Agenda.At(run.Now + TimeSpan.FromMilliseconds(50 + run.Chance.NextInt(500)) + fault.Late, () =>
            {
                Pending--;
                Start(detail);
            });
        }
    }

    private void Sweep()
    {
        Start("""{"action":"sweep"}""");
        run.Agenda.At(run.Now + Rate, Sweep);
    }

    private void Start(string input) => run.Call(
        new Actor.Cloud(),
        new(Stage.Administrator, StepFunctionsService.Name, "StartExecution", new JsonObject { ["stateMachineArn"] = stage.StateMachineArn, ["input"] = input }),
        _ => { });
}
