using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services;
using Headroom.Cloud.Services.ApplicationAutoScaling;
using Headroom.Cloud.Services.EventBridge;
using Headroom.Cloud.Services.Lambda;
using Headroom.Cloud.Services.Sns;
using Headroom.Cloud.Services.StepFunctions;
using Headroom.Simulation.Checking;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Running;

/// <summary>One run: a scenario on its stage, on a virtual clock and one thread, from its start until nothing more is to come.</summary>
internal sealed class Run
{
    /// <summary>What is not over so long after the last incident and the longest hold is never over.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private readonly Stage _stage;
    private readonly Scenario _scenario;
    private readonly Action<Observation> _see;
    private readonly Checker _checker = new();
    private readonly CloudKernel _kernel;
    private int _incidentsLeft;
    private Actor? _by = new Actor.Cloud();
    private Wake? _woken;

    private Run(Stage stage, Scenario scenario, Action<Observation>? record)
    {
        (_stage, _scenario) = (stage, scenario);
        _see = record is null ? _checker.See : seen =>
        {
            record(seen);
            _checker.See(seen);
        };
        Chance = new(scenario.Seed ^ 0xC0FFEE);
        Calls = new(this, scenario);
        Functions = new(this, scenario);
        var store = new Headroom.Cloud.Store.RecordStore(new Observer(stage.Storage, () => Now, () => By, See));
        _kernel = new(Stage.Settings, store, Rooms.With(Functions), new PolicyAuthorizer(), new(scenario.Seed), new EventLog(capacity: 1)) { Faults = Calls };
    }

    internal DateTimeOffset Now { get; private set; } = Stage.Start;

    internal Agenda Agenda { get; } = new();

    /// <summary>The latencies of what is not part of the cloud's own rooms.</summary>
    internal SeededSource Chance { get; }

    /// <summary>Who causes the step that is under way.</summary>
    internal Actor By => _by ??= ActorOf(_woken!);

    internal CallFaults Calls { get; }

    internal NotifierHost Functions { get; }

    internal World World => _checker.World;

    /// <summary>Runs a scenario.</summary>
    /// <param name="stage">The stage for this number of services.</param>
    /// <param name="scenario">What happens.</param>
    /// <param name="record">Takes everything that is seen; null where nobody wants to.</param>
    internal static RunResult Of(Stage stage, Scenario scenario, Action<Observation>? record = null) => new Run(stage, scenario, record).ToEnd();

    internal void See(Observation seen) => _see(seen);

    /// <summary>One step caused by somebody.</summary>
    internal void Apply(Actor by, Action<Step> change)
    {
        var outer = _by;
        _by = by;
        _kernel.Apply(Now, change);
        _by = outer;
    }

    /// <summary>A call from outside the cloud.</summary>
    internal void Call(Actor by, ServiceCall call, Action<Outcome<JsonObject>> answered)
    {
        var outer = _by;
        _by = by;
        _kernel.Call(Now, new(call.Principal, "simulation"), call.Service, call.Operation, call.Request, answered);
        _by = outer;
    }

    private RunResult ToEnd()
    {
        StageShape.Give(this, _scenario.Services);
        _incidentsLeft = _scenario.Incidents.Length;
        var incidents = new Incidents(this, _stage);
        foreach (var incident in _scenario.Incidents)
        {
            Agenda.At(Stage.Start + _scenario.Lead + incident.At, () =>
            {
                _incidentsLeft--;
                incidents.LetHappen(incident);
            });
        }

        var limit = Stage.Start + _scenario.Lead + Longest() + Patience;
        var steps = 0;
        while (_checker.Found is null && !IsOver() && Now < limit)
        {
            Next();
            _checker.Pass(Now);
            steps++;
        }

        if (_checker.Found is null)
        {
            _checker.End(Now);
        }

        return new(_checker.Found, Now - Stage.Start, steps);
    }

    private void Next()
    {
        var wake = _kernel.NextWake;
        if (Agenda.NextDue is { } noted && (wake is null || noted <= wake.DueAt))
        {
            Now = Later(noted);
            Agenda.DoNext();
            return;
        }

        Now = Later(wake!.DueAt);
        (_by, _woken) = (null, wake); // few of the woken do what anybody sees: who it was is made out when somebody asks
        _kernel.WakeNext(Now);
        _by = new Actor.Cloud();
    }

    private static Actor ActorOf(Wake wake) => wake.Service switch
    {
        StepFunctionsService.Name => new Actor.Execution(WakeKey.Parse(wake.Key).Of),
        AutoScalingService.Name when AutoScalingDynamics.IsSchedules(wake.Key) => new Actor.Schedule(),
        _ => new Actor.Cloud(),
    };

    private DateTimeOffset Later(DateTimeOffset due) => due > Now ? due : Now;

    private bool IsOver() => _incidentsLeft == 0 && World is { Alive: 0, Held: 0 } && Calls.Pending == 0 && !IsDelivering();

    private bool IsDelivering()
    {
        var store = _kernel.Store;
        return store.Table(SnsState.Deliveries).Count > 0 || store.Table(EventBridgeState.Deliveries).Count > 0 || store.Table(LambdaState.Events).Count > 0 || store.Table(LambdaState.Invocations).Count > 0;
    }

    private TimeSpan Longest() => _scenario.Incidents.Select(incident => incident is Incident.Publish publish
        ? Max(Times.EndOf(publish), publish.At) + publish.DeliveredAfter.Max()
        : incident.At).DefaultIfEmpty(TimeSpan.Zero).Max();

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
