using System.Globalization;
using System.Text.Json.Serialization;
using Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>Which task of which execution.</summary>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="TaskId">The id of its <c>…Scheduled</c> event.</param>
internal sealed record TaskKey(string ExecutionArn, long TaskId)
{
    /// <summary>Its key in the table of tasks.</summary>
    internal string InTable { get; } = string.Create(CultureInfo.InvariantCulture, $"{ExecutionArn} {TaskId}");

    public override string ToString() => InTable;

    public static TaskKey Parse(string key)
    {
        var space = key.LastIndexOf(' ');
        return new(key[..space], long.Parse(key.AsSpan(space + 1), CultureInfo.InvariantCulture));
    }
}

/// <summary>How far a task is.</summary>
internal enum TaskPhase
{
    /// <summary>The call is about to be made.</summary>
    Scheduled,

    /// <summary>The call is made; its answer has not come.</summary>
    Called,

    /// <summary>The answer is there and on its way back.</summary>
    Answered,

    /// <summary>The answer was delivered; somebody outside, or the end of an execution, will report the task.</summary>
    Submitted,

    /// <summary>The execution that a <c>.sync</c> task waited for has ended; the news is on its way.</summary>
    Ended,
}

/// <summary>A task under way.</summary>
internal sealed record PendingTask(TaskKey Key, TaskPhase Phase, TaskAnswer? Answer = null);

/// <summary>How a call ended: with a result, or with an error.</summary>
/// <param name="Output">The result, stored as JSON text; null for an error.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">What else is known.</param>
internal sealed record TaskAnswer([property: JsonConverter(typeof(StoredValue))] JsonValue? Output, string? Error, string? Cause)
{
    public static TaskAnswer Succeeded(JsonValue output) => new(output, null, null);

    /// <summary>A result as JSON text; one that nests deeper than a payload may is an error.</summary>
    public static TaskAnswer Succeeded(string json) => JsonValue.TryParse(json, out var output)
        ? Succeeded(output)
        : Failed("States.Runtime", "The result of the task is nested too deep.");

    public static TaskAnswer Failed(string error, string cause) => new(null, error, cause);
}

/// <summary>A task that somebody outside reports by its token.</summary>
/// <param name="Task">The task.</param>
/// <param name="Closed">Nobody waits for it any more.</param>
internal sealed record TokenTask(TaskKey Task, bool Closed);
