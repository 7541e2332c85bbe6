using System.Runtime.CompilerServices;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;
using Headroom.States.Definition;
using Headroom.States.Reading;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>The machine that an execution runs.</summary>
internal static class Machines
{
    // By its text: the same definition is read once, however many executions run by it.
    private static readonly ConditionalWeakTable<string, StateMachineDefinition> Known = [];

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
        var text = step.Table(StepFunctionsState.Definitions).Get(definitionKey).Text;
        return Known.GetValue(text, text => DefinitionReader.Read(text, StateMachineTypes.Parse(type), TaskIntegrations.Problem).Machine
            ?? throw new InvalidOperationException($"The definition {definitionKey} was accepted once and is refused now."));
    }
}
