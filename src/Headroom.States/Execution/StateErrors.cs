using Headroom.States.Data;
using Headroom.States.Definition;
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

    /// <summary>Why a payload cannot be passed on, or null: it is too large or too deep.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="from">The state, or the service or function, that it comes from.</param>
    public static StateError? Oversize(JsonValue payload, string from) =>
        payload.SizeInBytes > Limits.PayloadBytes ? TooLarge(from)
        : payload.Depth > JsonValue.MaxDepth ? new(StateError.Runtime, $"The payload is nested more than {JsonValue.MaxDepth} levels deep.")
        : null;

    /// <summary>Why a task is not scheduled, where the host says what is wrong with its parameters; null where nothing is.</summary>
    public static StateError? Unusable(JsonValue parameters, TaskResource resource, TaskParameterCheck? check) =>
        check?.Invoke(resource, parameters) is { } problem
            ? new(StateError.Runtime, $"The Parameters '{parameters}' could not be used to start the Task: [{problem}]")
            : null;

    public static StateError NegativeConcurrency(double given) =>
        new(StateError.Runtime, $"Expected non-negative integer for MaxConcurrency, got '{given}' instead.");

    private static StateError TooLarge(string state) => new(
        StateError.DataLimitExceeded,
        $"The state/task '{state}' returned a result with a size exceeding the maximum number of bytes service limit.");
}
