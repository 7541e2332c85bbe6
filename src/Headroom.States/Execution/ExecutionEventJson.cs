using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>Events as JSON: one object each, its member <c>event</c> naming which.</summary>
public static class ExecutionEventJson
{
    /// <summary>The event as JSON.</summary>
    public static JsonObject Write(ExecutionEvent happened) => throw new NotSupportedException(happened.GetType().Name);

    /// <summary>The event that was written so.</summary>
    /// <exception cref="FormatException">It was not written by <see cref="Write"/>.</exception>
    public static ExecutionEvent Read(JsonValue json) => throw new NotSupportedException(json.ToString());
}
