using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;
using Headroom.States.Testing;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.StepFunctions;
using StateJson = Headroom.States.Json.JsonValue;

namespace Headroom.Cloud.Services.StepFunctions.Testing;

/// <summary>A test that waits for the answer of the call that the state makes.</summary>
/// <param name="Calling">Where the test stands.</param>
/// <param name="Ticket">The promise of TestState.</param>
internal sealed record StateTestUnderWay(StateTest.Calling Calling, string Ticket);

/// <summary>
/// <see href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</see>: one state, its call mocked
/// or really made, as the role.
/// </summary>
internal static class StateTests
{
    private const string NoInput = "{}";

    public static Outcome<TestStateResponse> TestState(Step step, TestStateRequest request)
    {
        foreach (var (name, text) in new[] { ("input", request.Input), ("variables", request.Variables), ("context", request.Context) })
        {
            if (text is not null && !StateJson.TryParse(text, out _))
            {
                return new Refusal("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{name} is not valid JSON'");
            }
        }

        return StateTester.Start(Read(step, request), MockedResults.Check, step.Ids.NextBits(), step.Now) switch
        {
            StateTest.Refused refused => new Refusal(refused.Code, refused.Message),
            StateTest.Done done => Response(done),
            StateTest.Calling when request.RoleArn is null => new Refusal("ValidationException", "RoleArn is required to test a Task state without a mock"),
            StateTest.Calling calling => Call(step, calling, request.RoleArn!),
            var other => throw new InvalidOperationException($"A test of an unknown kind: {other.GetType().Name}"),
        };
    }

    /// <summary>The call's answer is there.</summary>
    public static void Answered(Step step, string ticket, StateTestUnderWay test, Outcome<Answer> outcome)
    {
        step.Table(StepFunctionsState.Tests).Remove(ticket);
        var done = Finish(test.Calling, TaskIntegrations.Read(step, test.Calling.Task, outcome));
        step.Answer(ticket, new Answer(Response(done)));
    }

    private static Outcome<TestStateResponse> Call(Step step, StateTest.Calling calling, string roleArn)
    {
        var caller = new TaskCaller(roleArn, Arns.Execution(step, "test", "test"), Arns.StateMachine(step, "test"));
        switch (TaskIntegrations.Call(step, caller, calling.Task))
        {
            case TaskReply.Now now:
                return Response(Finish(calling, now.Answer));
            case TaskReply.Later later:
                var promise = step.Defer();
                step.Table(StepFunctionsState.Tests).Put(promise.Ticket, new(calling, promise.Ticket));
                step.AnswerTo(later.Ticket, StepFunctionsService.Name, promise.Ticket);
                return promise;
            case var other:
                throw new InvalidOperationException($"A reply of an unknown kind: {other.GetType().Name}");
        }
    }

    private static StateTest.Done Finish(StateTest.Calling calling, TaskAnswer answer) =>
        StateTester.Finish(calling, answer.Output, answer.Error, answer.Cause);

    private static StateTestRequest Read(Step step, TestStateRequest request) => new()
    {
        Definition = request.Definition,
        StateName = request.StateName,
        Input = StateJson.Parse(request.Input ?? NoInput),
        InspectionLevel = request.InspectionLevel switch
        {
            "DEBUG" => InspectionLevel.Debug,
            "TRACE" => InspectionLevel.Trace,
            _ => InspectionLevel.Info,
        },
        RevealSecrets = request.RevealSecrets ?? false,
        Variables = StateJson.Parse(request.Variables ?? NoInput) as States.Json.JsonObject ?? States.Json.JsonObject.Empty,
        Mock = request.Mock is { } mock
            ? new(mock.Result, mock.ErrorOutput?.Error, mock.ErrorOutput?.Cause, mock.ErrorOutput is not null, mock.FieldValidationMode)
            : null,
        Context = request.Context is { } context ? StateJson.Parse(context) : null,
        RetrierRetryCount = request.StateConfiguration?.RetrierRetryCount ?? 0,
        MapItemReaderData = request.StateConfiguration?.MapItemReaderData,
        ParameterCheck = TaskIntegrations.Problem,
        Region = step.Settings.Region,
    };

    private static TestStateResponse Response(StateTest.Done done) => new()
    {
        Status = done.Status,
        Output = done.Output?.ToString(),
        Error = done.Error,
        Cause = done.Cause,
        NextState = done.NextState,
        InspectionData = done.InspectionData is { } data
            ? WireJson.FromJson<InspectionData>(WireJson.Parse(data.ToString())!.AsObject())
            : null,
    };
}
