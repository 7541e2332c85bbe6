using System.Buffers;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>
/// What is refused as a name: 1 to 80 characters, none of them white space, a bracket, wildcard, special or control character
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">CreateStateMachine</see>).
/// </summary>
internal static class Names
{
    private const int MaxLength = 80;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \t\r\n<>{}[]?*\"#%\\^|~`$&,;:/");

    public static Refusal? Refuse(string name) =>
        name.Length is 0 or > MaxLength || name.AsSpan().ContainsAny(Forbidden) || name.Any(char.IsControl)
            ? new("InvalidName", $"Invalid Name: '{name}'")
            : null;
}
