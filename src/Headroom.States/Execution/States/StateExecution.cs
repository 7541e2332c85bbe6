using Headroom.States.Definition;
using Headroom.States.Execution.Maps;

namespace Headroom.States.Execution.States;

/// <summary>Which part of the interpreter executes which type of state.</summary>
internal static class StateExecution
{
    public static void Execute(Run run, Branch branch)
    {
        switch (branch.State)
        {
            case PassState pass:
                PassExecution.Execute(run, branch, pass);
                break;
            case ChoiceState choice:
                ChoiceExecution.Execute(run, branch, choice);
                break;
            case TaskState task:
                TaskExecution.Execute(run, branch, task);
                break;
            case WaitState wait:
                WaitExecution.Execute(run, branch, wait);
                break;
            case ParallelState parallel:
                ParallelExecution.Execute(run, branch, parallel);
                break;
            case MapState { IsDistributed: true } map:
                MapRunExecution.Execute(run, branch, map);
                break;
            case MapState map:
                MapExecution.Execute(run, branch, map);
                break;
            case SucceedState:
                run.Leave(branch);
                break;
            case FailState fail:
                FailExecution.Execute(run, branch, fail);
                break;
            default:
                throw new InvalidOperationException($"no such type of state: {branch.State.GetType().Name}");
        }
    }
}
