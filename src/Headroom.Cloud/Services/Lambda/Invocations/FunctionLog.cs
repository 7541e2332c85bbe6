using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Lambda.Invocations;

/// <summary>
/// A function's log: what it prints, and Lambda's own lines around it. Written as the function's role; a role that may not
/// write logs has none, as on AWS.
/// </summary>
internal static class FunctionLog
{
    private const int TailBytes = 4096;

    internal static void Open(Step step, ExecutionEnvironment environment)
    {
        var group = environment.Configuration.LoggingConfig!.LogGroup!;
        var role = Writer(step, environment);
        step.CallAs<CreateLogGroupRequest, CreateLogGroupResponse>(role, "logs", "CreateLogGroup", new() { LogGroupName = group });
        step.CallAs<CreateLogStreamRequest, CreateLogStreamResponse>(role, "logs", "CreateLogStream", new()
        {
            LogGroupName = group,
            LogStreamName = environment.LogStream,
        });
        Write(step, environment, [$"INIT_START Runtime Version: {environment.Configuration.Runtime}"]);
    }

    internal static void InitFailed(Step step, ExecutionEnvironment environment, string status) =>
        Write(step, environment, [$"INIT_REPORT Init Duration: {Milliseconds(step.Now - environment.Since)}\tPhase: init\tStatus: {status}"]);

    internal static void Start(Step step, ExecutionEnvironment environment, Invocation invocation) =>
        Write(step, environment, [$"START RequestId: {invocation.RequestId} Version: {environment.Configuration.Version}"]);

    /// <summary>
    /// END and REPORT; <paramref name="status"/> is <c>timeout</c> or <c>error</c> where the invocation did not end by itself.
    /// </summary>
    internal static void End(Step step, ExecutionEnvironment environment, Invocation invocation, string? status)
    {
        var took = step.Now - invocation.StartedAt;
        var init = environment.InitDuration;
        var billed = Math.Ceiling((took + (init ?? TimeSpan.Zero)).TotalMilliseconds);
        var report = $"REPORT RequestId: {invocation.RequestId}\tDuration: {Milliseconds(took)}\t"
            + string.Create(CultureInfo.InvariantCulture, $"Billed Duration: {billed} ms\tMemory Size: {environment.Configuration.MemorySize} MB\t")
            + (init is { } initialized ? $"Init Duration: {Milliseconds(initialized)}\t" : "")
            + (status is null ? "" : $"Status: {status}");
        Write(step, environment, [$"END RequestId: {invocation.RequestId}", report]);
    }

    internal static void Write(Step step, ExecutionEnvironment environment, IReadOnlyList<string> lines)
    {
        var now = step.Now.ToUnixTimeMilliseconds();
        var request = new PutLogEventsRequest
        {
            LogGroupName = environment.Configuration.LoggingConfig!.LogGroup!,
            LogStreamName = environment.LogStream,
            LogEvents = [.. lines.Where(line => line.Length > 0).Select(line => new InputLogEvent { Timestamp = now, Message = line })],
        };
        if (request.LogEvents.Count > 0)
        {
            step.CallAs<PutLogEventsRequest, PutLogEventsResponse>(Writer(step, environment), "logs", "PutLogEvents", request);
        }

        if (environment.RequestId is { } id && step.Table(LambdaState.Invocations).Find(id) is { WithLogTail: true } invocation)
        {
            var tail = invocation.LogTail + string.Concat(lines.Select(line => line + "\n"));
            step.Table(LambdaState.Invocations).Put(id, invocation with { LogTail = tail[Math.Max(0, tail.Length - TailBytes)..] });
        }
    }

    private static Identity.Principal Writer(Step step, ExecutionEnvironment environment) =>
        FunctionRole.Session(step, environment.Configuration.Role!, environment.Configuration.FunctionName!);

    private static string Milliseconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.00} ms");
}
