using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Observing;

/// <summary>What is known from everything seen so far: a fold over observations.</summary>
internal sealed class World
{
    private readonly Dictionary<string, TargetView> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExecutionView> _executions = new(StringComparer.Ordinal);

    internal Dictionary<string, TargetView>.ValueCollection Targets => _targets.Values;

    internal IEnumerable<ExecutionView> Executions => _executions.Values;

    internal Dictionary<string, Observation.Published> Notifications { get; } = new(StringComparer.Ordinal);

    internal List<Observation.DeadLettered> DeadLetters { get; } = [];

    /// <summary>When the hold was removed from the topic; null before.</summary>
    internal DateTimeOffset? IntakeClosedAt { get; private set; }

    /// <summary>Executions of notifications that have not got a hold into place, or taken the one that they are to release.</summary>
    internal List<ExecutionView> Waiting { get; } = [];

    /// <summary>What was told to be ready: by whom, how many tasks of which service, and when that was read.</summary>
    internal Queue<(DateTimeOffset At, string By, string Service, int Floor, DateTimeOffset ReadAt)> ToldReady { get; } = [];

    /// <summary>Executions that run, sweeps aside.</summary>
    internal int Alive { get; private set; }

    /// <summary>Records in the table.</summary>
    internal int Held { get; private set; }

    internal TargetView Target(string service)
    {
        if (!_targets.TryGetValue(service, out var view))
        {
            _targets.Add(service, view = new(service));
        }

        return view;
    }

    internal ExecutionView? Execution(Actor by) => by is Actor.Execution { Arn: var arn } ? _executions.GetValueOrDefault(arn) : null;

    internal ExecutionView? Execution(string? arn) => arn is null ? null : _executions.GetValueOrDefault(arn);

    internal void Fold(Observation seen)
    {
        switch (seen)
        {
            case Observation.TargetChanged changed:
                Fold(changed);
                break;
            case Observation.DesiredCountChanged changed:
                var resized = Target(changed.Service);
                resized.RaisedByOthersAt = changed.By is not Actor.Execution && changed.After > (changed.Before ?? 0) ? changed.At : resized.RaisedByOthersAt;
                resized.ShrunkAt = changed.After is null || changed.After < changed.Before ? changed.At : resized.ShrunkAt;
                resized.DesiredCount = changed.After;
                resized.ServiceAgainAt = changed.Before is null ? changed.At : resized.ServiceAgainAt;
                resized.ReplacedAt = changed.Before is null && resized.ReplacedAt is not null ? changed.At : resized.ReplacedAt;
                resized.LoweredAt = changed.After >= Math.Max(resized.Owed, resized.Hold?.Floor ?? 0) ? null : changed.By is Actor.Person ? changed.At : resized.LoweredAt;
                break;
            case Observation.ServingChanged changed:
                Target(changed.Service).Serving.Add((changed.At, changed.Tasks));
                break;
            case Observation.HoldChanged changed:
                Held += (changed.After is null ? 0 : 1) - (changed.Before is null ? 0 : 1);
                HoldFold.Apply(this, Target(changed.Service), changed);
                break;
            case Observation.ExecutionStarted started:
                var execution = new ExecutionView(started.Arn, started.Input, started.At);
                _executions[started.Arn] = execution;
                Alive += execution.Action == "sweep" ? 0 : 1;
                if (execution.Service is not null)
                {
                    Waiting.Add(execution);
                }

                break;
            case Observation.ExecutionEnded ended:
                Fold(ended);
                break;
            case Observation.Called called:
                Fold(called);
                break;
            case Observation.Faulted { Service: { } service }:
                Target(service).LastTrouble = seen.At;
                break;
            case Observation.PersonActed { Incident: Incident.PutScheduledAction action }:
                Target(StageNames.Service(action.Service)).Schedules.Add(action);
                break;
            case Observation.Faulted or Observation.PersonActed:
                foreach (var target in _targets.Values)
                {
                    target.LastTrouble = seen.At;
                }

                break;
            case Observation.Told { Type: "Capacity Ready" } ready when Execution((string?)ready.Detail["execution"]) is { } teller:
                ToldReady.Enqueue((ready.At, teller.Name, (string)ready.Detail["service"]!, (int)ready.Detail["floor"]!, teller.ServiceReadAt));
                break;
            case Observation.Published published:
                Notifications[published.MessageId] = published;
                break;
            case Observation.IntakeClosed:
                IntakeClosedAt = seen.At;
                break;
            case Observation.DeadLettered letter:
                DeadLetters.Add(letter);
                break;
            default:
                break;
        }
    }

    private void Fold(Observation.TargetChanged changed)
    {
        var view = Target(changed.Service);
        view.Target = changed.After;
        switch (changed)
        {
            case { After: null }:
                view.Remove();
                return;
            case { Before: null, After: { } registered }:
                view.Replace(registered, changed.At);
                return;
            default:
                break;
        }

        var max = changed.After!.MaxCapacity;
        (view.MaxSinceRead, view.LowestMax) = (Math.Min(view.MaxSinceRead, max), Math.Min(view.LowestMax, max));
        foreach (var promise in view.Promises)
        {
            promise.LowestMax = Math.Min(promise.LowestMax, max);
        }

        if (Execution(changed.By) is { } execution && execution.DescribedAt < view.RegisteredAnewAt)
        {
            view.ChangedOnReadingOf ??= changed.At - execution.DescribedAt;
        }

        if (changed.By is Actor.Person or Actor.Schedule && changed.After is { } set)
        {
            view.SetByOthers.Add((changed.At, set));
            view.ResumedByHand |= !view.ScaleInPaused;
            view.IsTakenForPaused |= view.IsUnseen && set.SuspendedState is { DynamicScalingInSuspended: true, ScheduledScalingSuspended: true };
            view.ResizedByHand |= changed.Before?.MinCapacity != set.MinCapacity || changed.Before?.MaxCapacity != set.MaxCapacity;
        }
    }

    private void Fold(Observation.ExecutionEnded ended)
    {
        var execution = _executions[ended.Arn];
        execution.EndedAt = ended.At;
        execution.Status = ended.Status;
        execution.Outcome = (string?)ended.Output?["outcome"];
        (execution.Error, execution.Cause) = (ended.Error, ended.Cause);
        Alive -= execution.Action == "sweep" ? 0 : 1;
        Waiting.Remove(execution);
        // It was stopped, or had a reason that it names: of any other failure it is not acquitted.
        if (execution.Guarded is { } guarded && (ended.Status == "ABORTED" || ended.Error?.StartsWith("Headroom.", StringComparison.Ordinal) == true))
        {
            Target(guarded).LeaveUnguarded();
        }

        if (execution is { Outcome: "covered", Service: { } service } && Target(service) is var view && !view.IsReleasedSinceRead(execution))
        {
            view.Promises.Add(new(execution, view.LowestMax, view is { Established: true, Hold.Phase: HoldRecord.Holding }, ended.At));
        }
    }

    private void Fold(Observation.Called called)
    {
        if (Execution(called.Execution) is not { } execution)
        {
            return;
        }

        if (called.Operation == "GetItem")
        {
            execution.ReadAt = called.At;
        }
        else if (called.Operation is "RegisterScalableTarget" or "UpdateService" or "DescribeScalableTargets" or "DescribeServices")
        {
            execution.TouchedAt ??= called.At;
            execution.ChangedAt ??= called.Operation is "RegisterScalableTarget" or "UpdateService" ? called.At : null;
            if (called is { Operation: "DescribeScalableTargets", Service: { } service } && Target(service) is { Target: { } target } view)
            {
                (execution.DescribedAt, view.MaxSinceRead) = (called.At, target.MaxCapacity);
            }
            else if (called.Operation == "DescribeServices")
            {
                execution.ServiceReadAt = called.At;
            }
        }
    }
}
