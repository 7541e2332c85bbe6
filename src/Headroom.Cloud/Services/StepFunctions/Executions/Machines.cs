using Headroom.Cloud.Kernel;
using Headroom.States.Definition;
using Headroom.States.Reading;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>The machine that an execution runs.</summary>
internal static class Machines
{
    /// <summary>The execution's machine: its revision's, or for a child of a distributed Map the part of it that the Map repeats.</summary>
    public static StateMachineDefinition Of(Step step, Execution execution)
    {
        if (execution.Child is null)
        {
            return Of(step, execution.Revision.DefinitionKey, execution.Type);
        }

        var parent = step.Table(StepFunctionsState.Executions).Get(execution.Child.ParentArn);
        return Of(step, parent).ProcessorOf(execution.Child.MapState);
    }

    private static StateMachineDefinition Of(Step step, string definitionKey, string type)
    {
        var machines = step.Table(StepFunctionsState.Machines);
        if (machines.Find(definitionKey) is { } known)
        {
            return known.Definition;
        }

        var text = step.Table(StepFunctionsState.Definitions).Get(definitionKey).Text;
        var machine = DefinitionReader.Read(text, StateMachineTypes.Parse(type)).Machine
            ?? throw new InvalidOperationException($"The definition {definitionKey} was accepted once and is refused now.");
        machines.Put(definitionKey, new(machine));
        return machine;
    }
}
