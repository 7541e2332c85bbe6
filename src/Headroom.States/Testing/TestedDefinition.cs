using Headroom.States.Definition;
using Headroom.States.Reading;

namespace Headroom.States.Testing;

/// <summary>Finds the state to test.</summary>
internal static class TestedDefinition
{
    /// <summary>The name that AWS gives to a state that comes without a machine.</summary>
    private const string OnlyName = "StateName";

    private const string InvalidDefinition = "InvalidDefinition";

    /// <summary>The state, or why there is none.</summary>
    public static (StateDefinition? State, StateTest.Refused? Refusal) Find(StateTestRequest request)
    {
        if (request.StateName is null)
        {
            var (state, refusal) = DefinitionReader.ReadState(OnlyName, request.Definition);
            return state is null ? (null, new(InvalidDefinition, refusal!)) : (state, null);
        }

        var reading = DefinitionReader.Read(request.Definition);
        if (reading.Machine is not { } machine)
        {
            return (null, new(InvalidDefinition, reading.Refusal!));
        }

        var found = StateMachineDefinition.Everything(machine.States).FirstOrDefault(s => s.Name == request.StateName);
        return found is null ? (null, new("ValidationException", "State not found in definition")) : (found, null);
    }
}
