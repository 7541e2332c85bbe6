using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.States.Testing;

/// <summary>A state while it is tested: what it is asked, and what was seen of its data so far.</summary>
internal sealed class TestedState(StateTestRequest request, StateDefinition state, TestScope scope, Evaluation evaluation)
{
    private readonly JsonObjectBuilder seen = new JsonObjectBuilder().Set("input", InspectionText.Of(request.Input));
    private JsonObject variables = request.Variables;

    public StateTestRequest Request { get; } = request;

    public StateDefinition State { get; } = state;

    public TestScope Scope { get; } = scope;

    public Evaluation Evaluation { get; } = evaluation;

    /// <summary>Notes the data after a step; the value itself, for the next step.</summary>
    public JsonValue? See(string step, JsonValue? value)
    {
        if (value is not null)
        {
            seen.Set(step, InspectionText.Of(value));
        }

        return value;
    }

    /// <summary>Notes a number that the API shows as a number.</summary>
    public void SeeNumber(string name, double value) =>
        seen.Set(name, value == Math.Floor(value) ? JsonNumber.Of((long)value) : JsonNumber.Of(value));

    /// <summary>What ResultSelector, ResultPath and OutputPath make of a result.</summary>
    public StateTest.Done Complete(JsonValue result, RetryableState? retryable, ResultPath resultPath)
    {
        if (See("afterResultSelector", Evaluation.Fill(retryable?.ResultSelector, result)) is { } selected
            && See("afterResultPath", Evaluation.Place(resultPath, Request.Input, selected)) is { } placed
            && Evaluation.Select(State.OutputPath, placed) is { } output)
        {
            return Succeed(output, State.Next, State.Assign, selected);
        }

        return Fail(Evaluation.TakeFailure());
    }

    public StateTest.Done Succeed(JsonValue output, string? next, Paths.Template? assign, JsonValue assignFrom)
    {
        if (assign is not null)
        {
            if (Evaluation.Variables(assign, assignFrom) is not { } assigned)
            {
                return Fail(Evaluation.TakeFailure());
            }

            variables = new JsonObject(variables.Concat(assigned));
        }

        return Done("SUCCEEDED", output, null, next);
    }

    /// <summary>What Retry and Catch make of an error.</summary>
    public StateTest.Done Fail(StateError error)
    {
        if (State is not RetryableState state)
        {
            return Done("FAILED", null, error, null);
        }

        for (var i = 0; i < state.Retry.Length; i++)
        {
            if (error.IsTakenBy(state.Retry[i].ErrorEquals))
            {
                if (Request.RetrierRetryCount < state.Retry[i].MaxAttempts)
                {
                    return Retry(state.Retry[i], i, error);
                }

                break;
            }
        }

        for (var i = 0; i < state.Catch.Length; i++)
        {
            if (error.IsTakenBy(state.Catch[i].ErrorEquals))
            {
                return Catch(state.Catch[i], i, error);
            }
        }

        return Done("FAILED", null, error, null);
    }

    private StateTest.Done Retry(Retrier retrier, int index, StateError error)
    {
        seen.Set("errorDetails", new JsonObjectBuilder()
            .Set("retryIndex", index).Set("retryBackoffIntervalSeconds", (long)retrier.DelayAfter(Request.RetrierRetryCount)).Build());
        return Done("RETRIABLE", null, error, null);
    }

    private StateTest.Done Catch(Catcher catcher, int index, StateError error)
    {
        seen.Set("errorDetails", new JsonObjectBuilder().Set("catchIndex", index).Build());
        return See("afterResultPath", Evaluation.Place(catcher.ResultPath, Request.Input, StateErrors.Output(error))) is { } placed
            ? Done("CAUGHT_ERROR", placed, error, catcher.Next)
            : Done("FAILED", null, Evaluation.TakeFailure(), null);
    }

    private StateTest.Done Done(string status, JsonValue? output, StateError? error, string? next)
    {
        if (variables.Count > 0)
        {
            seen.Set("variables", InspectionText.Of(variables));
        }

        return new StateTest.Done(
            status, output, error?.Name, error?.Cause, next, Request.InspectionLevel == InspectionLevel.Info ? null : seen.Build());
    }
}
