using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>Errors whose words more than one part of the interpreter needs.</summary>
internal static class StateErrors
{
    /// <summary>What a catcher puts into the data: a timeout has an empty cause there, what was not given is null.</summary>
    public static JsonObject Output(StateError error) => new JsonObjectBuilder()
        .Set("Error", error.Name is null ? JsonValue.Null : JsonValue.From(error.Name))
        .Set("Cause", error.Cause is { } cause ? JsonValue.From(cause) : error.Name == StateError.Timeout ? JsonValue.From("") : JsonValue.Null)
        .Build();

    public static StateError TooLarge(string state) => new(
        StateError.DataLimitExceeded,
        $"The state/task '{state}' returned a result with a size exceeding the maximum number of bytes service limit.");
}
