using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>What happened in an execution.</summary>
internal static partial class StepFunctionsOperations
{
    /// <summary>A page of the history; its token is where the next one begins.</summary>
    public static Outcome<GetExecutionHistoryResponse> GetExecutionHistory(Step step, GetExecutionHistoryRequest request)
    {
        if (Lookup.Execution(step, request.ExecutionArn, out var refusal) is not { } execution)
        {
            return refusal;
        }

        if (execution.Type == StateMachineTypes.Express)
        {
            return new Refusal("ExecutionDoesNotExist", $"Execution Does Not Exist: '{execution.Arn}'");
        }

        var start = 0;
        if (request.NextToken is { } token && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            return new Refusal("InvalidToken", $"Invalid Token: '{token}'");
        }

        var history = ExecutionRunner.Find(step, execution).History;
        var size = Math.Min(Pages.Size(request.MaxResults), Math.Max(history.Count - start, 0));
        var events = request.ReverseOrder is true
            ? history.Range(history.Count - start - size, size).Reverse()
            : history.Range(start, size);
        return new GetExecutionHistoryResponse
        {
            Events = [.. events.Select(happened => Shown(happened, request.IncludeExecutionData is not false))],
            NextToken = start + size < history.Count ? (start + size).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private static HistoryEvent Shown(States.History.HistoryEvent happened, bool withData)
    {
        var shown = new JsonObject
        {
            ["timestamp"] = Instants.Canonical(happened.Timestamp),
            ["type"] = happened.Type.ToString(),
            ["id"] = happened.Id,
            ["previousEventId"] = happened.PreviousEventId,
        };
        if (happened.Details is { } details && WireJson.Parse(details.ToJson().ToString()) is JsonObject members)
        {
            foreach (var payload in withData ? [] : new[] { "input", "output", "assignedVariables" })
            {
                members.Remove(payload);
            }

            shown[details.Member] = members;
        }

        return WireJson.FromJson<HistoryEvent>(shown);
    }
}
