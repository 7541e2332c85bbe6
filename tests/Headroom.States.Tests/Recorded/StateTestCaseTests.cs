using Headroom.States.Execution;
using Headroom.States.Json;
using Headroom.States.Testing;

namespace Headroom.States.Tests.Recorded;

/// <summary>TestState answers as on AWS.</summary>
public sealed class StateTestCaseTests
{
    [Fact]
    public void A_tested_state_comes_out_as_on_AWS()
    {
        var cases = RecordedCase.All().Where(c => c.Kind == "test-state").ToList();

        cases.ShouldNotBeEmpty();
        cases.ConvertAll(c => (c.Name, Why: Compare(c))).FindAll(d => d.Why is not null).ShouldBeEmpty();
    }

    [Fact]
    public void A_test_that_AWS_refuses_is_refused_with_its_words()
    {
        // An empty stateName is refused by the request's shape, before the tester sees it.
        var cases = RecordedCase.All().Where(c => c.Kind == "test-state-error" && Text(c.Expected["error"]) != "ParamValidationError").ToList();

        cases.ShouldNotBeEmpty();
        cases.ConvertAll(c => (c.Name, Why: CompareRefusal(c))).FindAll(d => d.Why is not null).ShouldBeEmpty();
    }

    private static string? Compare(RecordedCase recorded)
    {
        var test = StateTester.Start(RequestOf(recorded), (_, _, _) => null, seed: 1, DateTimeOffset.UnixEpoch);
        if (test is StateTest.Calling calling)
        {
            var end = new TaskAnswers(recorded).Of(calling.Task).Last();
            test = end is ExecutionEvent.TaskSucceeded succeeded
                ? StateTester.Finish(calling, Answer(recorded) ?? succeeded.Output, null, null)
                : StateTester.Finish(calling, null, ((ExecutionEvent.TaskFailed)end).Error, ((ExecutionEvent.TaskFailed)end).Cause);
        }

        if (test is not StateTest.Done done)
        {
            return test.ToString();
        }

        var expected = recorded.Expected;
        var same = Text(expected["status"]) == done.Status
            && Text(expected["error"]) == done.Error
            && Text(expected["cause"]) == done.Cause
            && Text(expected["nextState"]) == done.NextState
            && (expected["output"] is null or JsonNull
                || Comparison.Matches(Comparison.Parsed(expected["output"]!), Comparison.Parsed(done.Output!), recorded.Placeholders))
            && (expected["inspectionData"] is not { } data
                || Comparison.Matches(Comparison.Parsed(data), done.InspectionData is null ? null : Comparison.Parsed(done.InspectionData), recorded.Placeholders));
        return same ? null : $"{done} != {expected}";
    }

    private static string? CompareRefusal(RecordedCase recorded)
    {
        var cause = Text(recorded.Expected["cause"])!;
        var problem = cause.StartsWith("Mock result schema", StringComparison.Ordinal) ? cause.Split(": ", 2)[1] : null;
        var test = StateTester.Start(RequestOf(recorded), (_, _, _) => problem, seed: 1, DateTimeOffset.UnixEpoch);
        return test is StateTest.Refused refused && refused.Code == Text(recorded.Expected["error"]) && cause.EndsWith(refused.Message, StringComparison.Ordinal)
            ? null : $"{test} != {recorded.Expected}";
    }

    private static StateTestRequest RequestOf(RecordedCase recorded)
    {
        var asked = recorded.Json["testState"] as JsonObject ?? JsonObject.Empty;
        var configuration = asked["stateConfiguration"] as JsonObject;
        return new StateTestRequest
        {
            Definition = recorded.DefinitionText,
            StateName = Text(asked["stateName"]),
            Input = recorded.Input is null or JsonNull ? JsonObject.Empty : recorded.Input,
            InspectionLevel = Enum.Parse<InspectionLevel>(Text(asked["inspectionLevel"]) ?? "INFO", ignoreCase: true),
            RevealSecrets = asked["revealSecrets"] is JsonBoolean { Value: true },
            Mock = asked["mock"] is JsonObject mock ? MockOf(mock) : null,
            Context = Text(asked["context"]) is { } context ? JsonValue.Parse(context) : null,
            RetrierRetryCount = (int)((configuration?["retrierRetryCount"] as JsonNumber)?.Integer ?? 0),
        };
    }

    private static StateMock MockOf(JsonObject mock)
    {
        var error = mock["errorOutput"] as JsonObject;
        return new StateMock(Text(mock["result"]), Text(error?["error"]), Text(error?["cause"]), error is not null, Text(mock["fieldValidationMode"]));
    }

    /// <summary>What the called function answered on AWS, with its transport headers.</summary>
    private static JsonValue? Answer(RecordedCase recorded) => recorded.Expected["output"];

    private static string? Text(JsonValue? value) => (value as JsonString)?.Value;
}
