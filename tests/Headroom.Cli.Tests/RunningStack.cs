using System.Text.Json.Nodes;
using Headroom.Cli.Assemblies;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;
using Headroom.Cloud;
using Headroom.Wire.Json;

namespace Headroom.Cli.Tests;

/// <summary>An embedded cloud with the example stack, seen through the AWS APIs alone.</summary>
internal sealed class RunningStack : IAsyncDisposable
{
    public const string Target = "service/ecs-scaling-example/service_1";
    private static readonly TimeSpan WallPatience = TimeSpan.FromSeconds(60);
    private readonly EmbeddedCloud _cloud;

    private RunningStack(EmbeddedCloud cloud, IAws aws, HoldStack parts) => (_cloud, Aws, Parts) = (cloud, aws, parts);

    public IAws Aws { get; }

    public HoldStack Parts { get; }

    public CloudSettings Settings => _cloud.Settings;

    public DateTimeOffset Now => _cloud.Clock.GetUtcNow();

    public static async Task<RunningStack> StartAsync(double speed = 100, DateTimeOffset? start = null)
    {
        var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0, Speed = speed, Start = start });
        var aws = AwsConnection.ToLocal(cloud.Settings);
        await new StackDeployment(aws, _ => { }).DeployAsync(ShippedAssembly.Read(aws), CancellationToken.None);
        return new(cloud, aws, await HoldStack.FindAsync(aws, "infra", CancellationToken.None));
    }

    public Task<JsonObject> CallAsync(string service, string operation, JsonObject request) => Aws.CallAsync(service, operation, request, CancellationToken.None);

    public async Task<string> NotifyAsync(string message) =>
        (await Publication.SendAsync(Aws, Parts.TopicArn, message, CancellationToken.None)).MessageId;

    public async Task<TargetStatus> TargetAsync() =>
        await TargetStatus.OfAsync(Aws, Target, CancellationToken.None) ?? throw new InvalidOperationException($"{Target} is no scalable target");

    public async Task<IReadOnlyList<HoldItem>> HoldsAsync() => await HoldItem.AllAsync(Aws, Parts.HoldsTable, CancellationToken.None);

    /// <summary>The executions of the state machine that a notification started, oldest first, sweeps and recoveries aside.</summary>
    public async Task<IReadOnlyList<JsonObject>> ExecutionsAsync()
    {
        var listed = await CallAsync("stepfunctions", "ListExecutions", new() { ["stateMachineArn"] = Parts.StateMachineArn });
        var described = new List<JsonObject>();
        foreach (var execution in listed["executions"]!.AsArray().Reverse())
        {
            var description = await CallAsync("stepfunctions", "DescribeExecution", new() { ["executionArn"] = (string)execution!["executionArn"]! });
            if ((string?)JsonNode.Parse((string)description["input"]!)!["notificationId"] is not null)
            {
                described.Add(description);
            }
        }

        return described;
    }

    /// <summary>The outcome of each ended execution that a notification started, oldest first; the error's name where it failed.</summary>
    public async Task<IReadOnlyList<string>> OutcomesAsync() =>
        (await ExecutionsAsync()).Where(e => (string?)e["status"] != "RUNNING").Select(Outcome).ToList();

    /// <summary>Looks until it is so, for a bounded time.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(began) > WallPatience)
            {
                var holds = string.Join(", ", (await HoldsAsync()).Select(hold => hold.ToString()));
                Assert.Fail($"Not within {WallPatience.TotalSeconds} s: {what}. {await TargetAsync()}; holds: {holds}; outcomes: {string.Join(", ", await OutcomesAsync())}");
            }

            await Pause.ForAsync(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }
    }

    public Task UntilHoldingAsync() => UntilAsync("the hold is announced", async () => (await HoldsAsync()).Any(hold => hold.Phase == "holding"));

    public Task UntilReleasedAsync() => UntilAsync("scale-in is resumed and no hold is left", async () => !(await TargetAsync()).ScaleInSuspended && (await HoldsAsync()).Count == 0);

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    private static string Outcome(JsonObject execution) => (string?)execution["output"] is { } output
        ? (string?)JsonNode.Parse(output)!["outcome"] ?? output
        : (string?)execution["error"] ?? (string)execution["status"]!;

    public static DateTimeOffset Instant(string text) => Instants.Parse(text);
}
