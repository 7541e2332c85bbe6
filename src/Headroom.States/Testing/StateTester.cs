using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.Execution.States;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Testing;

/// <summary>
/// Tests one state, as the
/// <see href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</see> API does. Pure: a call
/// that the state makes is handed to the caller. A Wait state does not wait.
/// </summary>
public static class StateTester
{
    /// <summary>Starts a test.
    /// <list type="table">
    /// <item><term>the request, the definition or the mock is wrong</term><description><see cref="StateTest.Refused"/></description></item>
    /// <item><term>the state calls something that is not mocked</term><description><see cref="StateTest.Calling"/></description></item>
    /// <item><term>otherwise</term><description><see cref="StateTest.Done"/></description></item>
    /// </list>
    /// </summary>
    /// <param name="request">What to test.</param>
    /// <param name="check">Says whether a mocked result fits the API that it stands for.</param>
    /// <param name="seed">What randomness in the state is drawn from.</param>
    /// <param name="now">The time.</param>
    public static StateTest Start(StateTestRequest request, MockedResultCheck check, ulong seed, DateTimeOffset now)
    {
        if (MockChecks.Check(request) is { } wrong)
        {
            return new StateTest.Refused("ValidationException", wrong);
        }

        var (state, refusal) = TestedDefinition.Find(request);
        if (state is null)
        {
            return refusal!;
        }

        if (MockChecks.Check(state, request.Mock, check) is { } unfit)
        {
            return new StateTest.Refused("ValidationException", unfit);
        }

        var scope = new TestScope(request.Context ?? TestContext(request, state, now), request.Variables);
        var evaluation = new Evaluation(scope, new Randomness(seed, 0)) { Input = request.Input };
        return Run(new TestedState(request, state, scope, evaluation));
    }

    /// <summary>Goes on with a test whose call was answered.</summary>
    public static StateTest.Done Finish(StateTest.Calling calling, JsonValue? output, string? error, string? cause)
    {
        if (output is null)
        {
            return calling.Tested.Fail(new StateError(error, cause) { IsOfTask = true });
        }

        calling.Tested.See("result", output);
        return calling.Tested.Complete(output, calling.State, calling.State.ResultPath);
    }

    private static StateTest Run(TestedState tested) => tested.State switch
    {
        PassState pass => Pass(tested, pass),
        TaskState task => Task(tested, task),
        ParallelState parallel => Mocked(tested, parallel),
        MapState map => TestedMap.Prepare(tested, map) ? Mocked(tested, map) : tested.Fail(tested.Evaluation.TakeFailure()),
        var other => AfterInputPath(tested) is { } input ? Plain(tested, other, input) : tested.Fail(tested.Evaluation.TakeFailure()),
    };

    private static StateTest.Done Pass(TestedState tested, PassState state)
    {
        if (state.Result is { } result)
        {
            tested.See("result", result);
            return tested.Complete(result, null, state.ResultPath);
        }

        return AfterInputPath(tested) is { } input && tested.See("afterParameters", tested.Evaluation.Fill(state.Parameters, input)) is { } payload
            ? tested.Complete(payload, null, state.ResultPath)
            : tested.Fail(tested.Evaluation.TakeFailure());
    }

    private static StateTest Task(TestedState tested, TaskState state)
    {
        if (AfterInputPath(tested) is not { } input
            || tested.See("afterParameters", tested.Evaluation.Fill(state.Parameters, input)) is not { } payload)
        {
            return tested.Fail(tested.Evaluation.TakeFailure());
        }

        var task = new Command.ScheduleTask
        {
            TaskId = 1, StateName = state.Name, Resource = state.Resource, Input = payload, Region = tested.Request.Region,
        };
        var calling = new StateTest.Calling(task, tested, state);
        return tested.Request.Mock is { } mock ? Finish(calling, ResultOf(mock), mock.Error, mock.Cause)
            : StateErrors.Unusable(payload, state.Resource, tested.Request.ParameterCheck) is { } unusable ? tested.Fail(unusable)
            : calling;
    }

    private static StateTest.Done Mocked(TestedState tested, RetryableState state) => ResultOf(tested.Request.Mock!) is { } result
        ? tested.Complete(result, state, state.ResultPath)
        : tested.Fail(new StateError(tested.Request.Mock!.Error, tested.Request.Mock.Cause));

    private static StateTest.Done Plain(TestedState tested, StateDefinition state, JsonValue input) => state switch
    {
        FailState fail => tested.Fail(FailExecution.Evaluate(tested.Evaluation, fail, tested.Request.Input) ?? tested.Evaluation.TakeFailure()),
        ChoiceState choice => Choose(tested, choice, input),
        WaitState wait when WaitExecution.DueAt(tested.Evaluation, wait.Until, input, default) is null => tested.Fail(tested.Evaluation.TakeFailure()),
        _ => Leave(tested, input, state.Next, state.Assign),
    };

    private static StateTest.Done Choose(TestedState tested, ChoiceState state, JsonValue input) =>
        ChoiceExecution.Choose(tested.Evaluation, state, input) is { } choice
            ? Leave(tested, input, choice.Next, choice.Assign)
            : tested.Fail(tested.Evaluation.TakeFailure());

    private static StateTest.Done Leave(TestedState tested, JsonValue input, string? next, Template? assign) =>
        tested.Evaluation.Select(tested.State.OutputPath, input) is { } output
            ? tested.Succeed(output, next, assign, input)
            : tested.Fail(tested.Evaluation.TakeFailure());

    private static JsonValue? AfterInputPath(TestedState tested) =>
        tested.See("afterInputPath", tested.Evaluation.Select(tested.State.InputPath, tested.Request.Input));

    private static JsonValue? ResultOf(StateMock mock) => mock.Result is null ? null : JsonValue.Parse(mock.Result);

    /// <summary>The context object of a test that gives none.</summary>
    private static JsonObject TestContext(StateTestRequest request, StateDefinition state, DateTimeOffset now) => new JsonObjectBuilder()
        .Set("Execution", new JsonObjectBuilder()
            .Set("Id", "arn:aws:states:us-east-1:123456789012:express:test:test").Set("Input", request.Input)
            .Set("StartTime", Timestamp.Write(now)).Set("Name", "test").Build())
        .Set("StateMachine", new JsonObjectBuilder().Set("Id", "arn:aws:states:us-east-1:123456789012:stateMachine:test").Set("Name", "test").Build())
        .Set("State", new JsonObjectBuilder().Set("Name", state.Name).Set("EnteredTime", Timestamp.Write(now)).Build())
        .Build();
}
