using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.MapRuns;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.States.Execution;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>Carries out what the interpreter wants done.</summary>
internal static class ExecutionCommands
{
    private const int FileMilliseconds = 50;

    public static void CarryOut(Step step, Execution execution, Command command)
    {
        switch (command)
        {
            case Command.StartTimer timer:
                step.WakeAt(StepFunctionsService.Name, WakeKey.Timer(execution.Arn, timer.TimerId), timer.DueAt);
                break;
            case Command.CancelTimer timer:
                step.CancelWake(StepFunctionsService.Name, WakeKey.Timer(execution.Arn, timer.TimerId));
                break;
            case Command.ScheduleTask task:
                TaskCalls.Schedule(step, execution, task);
                break;
            case Command.CancelTask task:
                TaskCalls.Cancel(step, new(execution.Arn, task.TaskId));
                break;
            case Command.EndExecution ended:
                ExecutionEnds.End(step, execution, ended);
                break;
            case Command.StartMapRun mapRun:
                MapRunDynamics.Start(step, execution, mapRun);
                break;
            case Command.CountItems counted:
                MapRunDynamics.Count(step, execution, counted);
                break;
            case Command.EndMapRun mapRun:
                MapRunDynamics.End(step, execution, mapRun);
                break;
            case Command.StartChild child:
                MapRunDynamics.StartChild(step, execution, child);
                break;
            case Command.StopChild child:
                MapRunDynamics.StopChild(step, execution, child);
                break;
            case Command.ReadItems reading:
                step.WakeAt(StepFunctionsService.Name, WakeKey.Read(execution.Arn, reading.MapRunId), step.Now.AddMilliseconds(FileMilliseconds));
                break;
            case Command.WriteResults writing:
                step.WakeAt(StepFunctionsService.Name, WakeKey.Write(execution.Arn, writing.MapRunId), step.Now.AddMilliseconds(FileMilliseconds));
                break;
            default:
                throw new InvalidOperationException($"A command of an unknown kind: {command.GetType().Name}");
        }
    }
}
