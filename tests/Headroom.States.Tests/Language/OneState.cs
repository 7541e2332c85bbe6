using Headroom.States.Execution;
using Headroom.States.Json;
using Headroom.States.Reading;

namespace Headroom.States.Tests.Language;

/// <summary>Runs a machine whose first state is the one that is asked about.</summary>
internal static class OneState
{
    public static string Machine(JsonObjectBuilder state, params (string Name, string Json)[] others)
    {
        var states = new JsonObjectBuilder().Set("Choose", state.Build());
        foreach (var (name, json) in others)
        {
            states.Set(name, JsonValue.Parse(json));
        }

        return new JsonObjectBuilder().Set("StartAt", "Choose").Set("States", states.Build()).Build().ToString();
    }

    public static ExecutionState Run(JsonObjectBuilder state, string input, params (string Name, string Json)[] others)
    {
        var reading = DefinitionReader.Read(Machine(state, others));
        reading.Machine.ShouldNotBeNull(reading.Refusal);
        return Interpreter.Start(reading.Machine, Given.Started(input), Given.Now).State;
    }
}
