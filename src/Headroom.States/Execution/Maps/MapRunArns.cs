using Headroom.States.Definition;
using Headroom.States.Intrinsics;

namespace Headroom.States.Execution.Maps;

/// <summary>The ARNs of map runs and their children, made from that of the machine.</summary>
internal static class MapRunArns
{
    public static string OfMapRun(Run run, MapState state)
    {
        var label = state.Label ?? MathFunctions.UuidText(run.Evaluation.Random);
        return $"{Base(run.Start, "mapRun")}/{label}:{MathFunctions.UuidText(run.Evaluation.Random)}";
    }

    public static string OfChild(ExecutionStart start, MapState state, string name) =>
        $"{Base(start, "execution")}/{state.Label ?? state.Name.Replace(' ', '_')}:{name}";

    private static string Base(ExecutionStart start, string kind) =>
        start.StateMachineArn.Replace(":stateMachine:", $":{kind}:", StringComparison.Ordinal);
}
