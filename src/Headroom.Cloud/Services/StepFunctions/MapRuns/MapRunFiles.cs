using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;
using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.MapRuns;

/// <summary>
/// The files in S3 that a distributed Map reads its items from and writes its results to
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">distributed Map</see>).
/// </summary>
internal static class MapRunFiles
{
    private const string S3 = "s3";

    /// <summary>Reads a file, or a listing of objects, and tells the execution.</summary>
    public static void Read(Step step, string executionArn, long mapRunId)
    {
        if (Find<Command.ReadItems>(step, executionArn, reading => reading.MapRunId == mapRunId) is not var (execution, reading))
        {
            return;
        }

        var listing = reading.Resource.Action == "listObjectsV2";
        var operation = listing ? "ListObjectsV2" : "GetObject";
        var request = SdkParameters.Read(ApiDescriptions.For(S3).Operations[operation], Parameters(reading.Parameters)).Request;
        ExecutionRunner.Apply(step, executionArn, Call(step, execution, operation, request) switch
        {
            Outcome<JsonObject>.Answered { Response: var response } => new ExecutionEvent.ItemsRead(mapRunId, listing ? Listing(response) : FunctionPayload.Text(response, "Body")),
            Outcome<JsonObject>.Refused { Refusal: var refusal } => new ExecutionEvent.ItemsReadFailed(mapRunId, refusal.Message),
            var other => throw new InvalidOperationException($"S3 answers at once, not {other}"),
        });
    }

    /// <summary>Writes the children's results and a manifest of them, and tells the execution.</summary>
    public static void Write(Step step, string executionArn, long mapRunId)
    {
        if (Find<Command.WriteResults>(step, executionArn, writing => writing.MapRunId == mapRunId) is not var (execution, writing))
        {
            return;
        }

        var key = MapRunKeys.Of(executionArn, mapRunId);
        var mapRun = step.Table(StepFunctionsState.MapRuns).Get(key);
        var parameters = Parameters(writing.Parameters);
        var bucket = Text(parameters, "Bucket") ?? "";
        var folder = $"{Text(parameters, "Prefix")?.TrimEnd('/')}/{mapRun.Arn[(mapRun.Arn.LastIndexOf(':') + 1)..]}".TrimStart('/');
        var files = new JsonObject();
        foreach (var status in new[] { "SUCCEEDED", "FAILED", "PENDING" })
        {
            files[status] = WriteFile(step, execution, mapRun, bucket, folder, status);
        }

        var manifest = new JsonObject { ["DestinationBucket"] = bucket, ["MapRunArn"] = mapRun.Arn, ["ResultFiles"] = files };
        var written = Put(step, execution, bucket, $"{folder}/manifest.json", manifest.ToJsonString(TaskJson.Options));
        step.Table(StepFunctionsState.MapRuns).Put(key, mapRun with { ResultsWritten = written is null });
        var output = new JsonObject
        {
            ["MapRunArn"] = mapRun.Arn,
            ["ResultWriterDetails"] = new JsonObject { ["Bucket"] = bucket, ["Key"] = $"{folder}/manifest.json" },
        };
        ExecutionRunner.Apply(step, executionArn, written is null
            ? new ExecutionEvent.ResultsWritten(mapRunId, Interpreted.JsonValue.Parse(output.ToJsonString(TaskJson.Options)))
            : new ExecutionEvent.ResultsWriteFailed(mapRunId, written.Message));
    }

    private static JsonArray WriteFile(Step step, Execution execution, MapRunRecord mapRun, string bucket, string folder, string status)
    {
        var children = MapRunKeys.Children(step, mapRun).Where(child => Group(child.Status) == status).ToList();
        if (children.Count == 0)
        {
            return [];
        }

        var text = new JsonArray([.. children.Select(child => OptimizedResult.Write(
            ApiDescriptions.For(StepFunctionsService.Name).Operations["DescribeExecution"],
            Wire.Json.WireJson.ToJson(ExecutionDescriptions.Of(child, step.Now))))]).ToJsonString(TaskJson.Options);
        Put(step, execution, bucket, $"{folder}/{status}_0.json", text);
        return [new JsonObject { ["Key"] = $"{folder}/{status}_0.json", ["Size"] = text.Length }];
    }

    private static string Group(string status) => status switch
    {
        "SUCCEEDED" => status,
        "RUNNING" => "PENDING",
        _ => "FAILED",
    };

    private static Refusal? Put(Step step, Execution execution, string bucket, string key, string text) =>
        (Call(step, execution, "PutObject", new() { ["Bucket"] = bucket, ["Key"] = key, ["Body"] = FunctionPayload.Write(text) }) as Outcome<JsonObject>.Refused)?.Refusal;

    private static Interpreted.JsonObject Parameters(Interpreted.JsonValue given) => given as Interpreted.JsonObject ?? Interpreted.JsonObject.Empty;

    private static string? Text(Interpreted.JsonObject parameters, string name) => (parameters[name] as Interpreted.JsonString)?.Value;

    private static string Listing(JsonObject response) =>
        (OptimizedResult.Write(ApiDescriptions.For(S3).Operations["ListObjectsV2"], response)["Contents"] as JsonArray ?? []).ToJsonString(TaskJson.Options);

    private static Outcome<JsonObject> Call(Step step, Execution execution, string operation, JsonObject request) =>
        ExecutionRoles.Assume(step, execution.Revision.RoleArn, execution.StateMachineArn) is { } role
            ? step.CallAs(role, S3, operation, request)
            : new Refusal("AccessDenied", ExecutionRoles.NotAssumable);

    private static (Execution Execution, TCommand Command)? Find<TCommand>(Step step, string executionArn, Func<TCommand, bool> wanted)
        where TCommand : Command =>
        step.Table(StepFunctionsState.Executions).Find(executionArn) is { Status: Execution.Running } execution
        && ExecutionRunner.Find(step, execution).State.Outstanding.OfType<TCommand>().FirstOrDefault(wanted) is { } command
            ? (execution, command)
            : null;
}
