namespace Headroom.States.Execution;

/// <summary>Errors whose words more than one part of the interpreter needs.</summary>
internal static class StateErrors
{
    public static StateError TooLarge(string state) => new(
        StateError.DataLimitExceeded,
        $"The state/task '{state}' returned a result with a size exceeding the maximum number of bytes service limit.");
}
