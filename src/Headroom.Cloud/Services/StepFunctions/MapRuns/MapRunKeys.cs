using System.Globalization;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.StepFunctions.MapRuns;

/// <summary>Where map runs and their children are kept.</summary>
internal static class MapRunKeys
{
    public static string Of(string executionArn, long mapRunId) =>
        string.Create(CultureInfo.InvariantCulture, $"{executionArn}\n{mapRunId:D7}");

    public static string Child(string executionArn, long mapRunId, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(executionArn, mapRunId)}\n{index:D8}");

    /// <summary>The map run with this ARN, or null.</summary>
    public static MapRunRecord? FindByArn(Step step, string arn) =>
        step.Table(StepFunctionsState.MapRuns).All.FirstOrDefault(mapRun => mapRun.Arn == arn);

    /// <summary>The children of a map run that were started, in their order.</summary>
    public static IReadOnlyList<Executions.Execution> Children(Step step, MapRunRecord mapRun) =>
        [.. step.Table(StepFunctionsState.MapRunChildren).WithPrefix(Of(mapRun.ExecutionArn, mapRun.Id) + '\n')
            .Select(child => step.Table(StepFunctionsState.Executions).Get(child.ExecutionArn))];
}
