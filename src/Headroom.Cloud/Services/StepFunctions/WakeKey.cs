using System.Globalization;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>What the room is woken for: a kind, an execution (or a worker's ticket) and a number. A Map's label may bring spaces into ARNs.</summary>
/// <param name="Kind">Which of the constants.</param>
/// <param name="Subject">The rest of the key; that of a task is the task's own.</param>
internal sealed record WakeKey(string Kind, string Subject)
{
    public const string TimerKind = "timer";
    public const string CallKind = "call";
    public const string AnswerKind = "answer";
    public const string ChildKind = "child";
    public const string WorkerKind = "worker";
    public const string ForgetKind = "forget";
    public const string ReadKind = "read";
    public const string WriteKind = "write";

    /// <summary>The execution's ARN, or the ticket.</summary>
    public string Of => Subject[..Subject.LastIndexOf(' ')];

    /// <summary>The timer's, task's or child's number.</summary>
    public long Number => long.Parse(Subject.AsSpan(Subject.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture);

    public static string Timer(string executionArn, int timerId) => Write(TimerKind, executionArn, timerId);

    public static string Call(Tasks.TaskKey task) => $"{CallKind} {task.InTable}";

    public static string Answer(Tasks.TaskKey task) => $"{AnswerKind} {task.InTable}";

    public static string Child(string executionArn) => Write(ChildKind, executionArn, 0);

    public static string Read(string executionArn, long mapRunId) => Write(ReadKind, executionArn, mapRunId);

    public static string Write(string executionArn, long mapRunId) => Write(WriteKind, executionArn, mapRunId);

    public static string Forget(string executionArn) => Write(ForgetKind, executionArn, 0);

    public static string Worker(string ticket) => Write(WorkerKind, ticket, 0);

    public static WakeKey Parse(string key)
    {
        var space = key.IndexOf(' ', StringComparison.Ordinal);
        return new(key[..space], key[(space + 1)..]);
    }

    private static string Write(string kind, string of, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} {of} {number}");
}
