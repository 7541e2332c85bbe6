using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.Cloud.Services.StepFunctions.MapRuns;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.Cloud.Services.StepFunctions.Testing;
using Headroom.States.Execution;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>What moves by itself: timers of executions, calls under way, children that start, workers that wait.</summary>
internal static class StepFunctionsDynamics
{
    public static void Woken(Step step, string key)
    {
        var wake = WakeKey.Parse(key);
        switch (wake.Kind)
        {
            case WakeKey.TimerKind:
                ExecutionRunner.Apply(step, wake.Of, new ExecutionEvent.TimerFired((int)wake.Number));
                break;
            case WakeKey.CallKind:
                TaskCalls.Make(step, TaskOf(step, wake));
                break;
            case WakeKey.AnswerKind:
                TaskCalls.Deliver(step, TaskOf(step, wake));
                break;
            case WakeKey.ChildKind:
                MapRunDynamics.ChildDue(step, wake.Of);
                break;
            case WakeKey.ReadKind:
                MapRunFiles.Read(step, wake.Of, wake.Number);
                break;
            case WakeKey.WriteKind:
                MapRunFiles.Write(step, wake.Of, wake.Number);
                break;
            case WakeKey.ForgetKind:
                ExecutionEnds.Forget(step, wake.Of);
                break;
            case WakeKey.WorkerKind:
                ActivityWork.GiveUp(step, wake.Of);
                break;
            default:
                throw new InvalidOperationException($"Woken for nothing known: {key}");
        }
    }

    private static TaskKey TaskOf(Step step, WakeKey wake) =>
        step.Table(StepFunctionsState.Tasks).Find(wake.Subject)?.Key ?? TaskKey.Parse(wake.Subject);

    /// <summary>A call that was answered later (a function's) is there.</summary>
    public static void Answered(Step step, string key, Outcome<Answer> answer)
    {
        if (step.Table(StepFunctionsState.Tests).Find(key) is { } test)
        {
            StateTests.Answered(step, key, test, answer);
        }
        else
        {
            TaskCalls.Answered(step, TaskKey.Parse(key), answer);
        }
    }

    /// <summary>Calls whose answers got lost when the cloud stopped are made again, as AWS promises no more than at least once.</summary>
    public static void Started(Step step)
    {
        foreach (var pending in step.Table(StepFunctionsState.Tasks).All)
        {
            if (pending.Phase == TaskPhase.Called)
            {
                TaskCalls.MakeAgain(step, pending.Key);
            }
        }
    }
}
