using Headroom.States.Definition;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>The types of state machines as the API spells them.</summary>
internal static class StateMachineTypes
{
    public const string Standard = "STANDARD";
    public const string Express = "EXPRESS";

    /// <summary>The interpreter's word for the API's; STANDARD where none is given.</summary>
    public static StateMachineType Parse(string? type) => type == Express ? StateMachineType.Express : StateMachineType.Standard;
}
