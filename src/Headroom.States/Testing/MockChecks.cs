using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Testing;

/// <summary>
/// Whether a task's mocked result is what the API could answer: null where it is, else what is wrong, as
/// <c>Field 'MemorySize' exceeds the maximum value</c>.
/// </summary>
/// <param name="resource">The API.</param>
/// <param name="result">The mocked result.</param>
/// <param name="mustBeComplete">Whether required fields must be there (STRICT) or only what is there must fit (PRESENT).</param>
public delegate string? MockedResultCheck(TaskResource resource, JsonValue result, bool mustBeComplete);

/// <summary>What TestState refuses of a mock and of what comes with it.</summary>
internal static class MockChecks
{
    /// <summary>What is wrong before the definition is looked at, or null.</summary>
    public static string? Check(StateTestRequest request) => request.Mock switch
    {
        null => request.Context is null ? null : "TestState does not support Context when a mock is not specified.",
        { Result: not null, HasError: true } => "A test mock should have only one of the following fields: [result, errorOutput].",
        _ when request.RevealSecrets => "TestState does not support RevealSecrets when a mock is specified.",
        { Result: { } result } when !JsonValue.TryParse(result, out _) => "Mocked result must be valid JSON",
        _ => null,
    };

    /// <summary>What is wrong with the mock of this state, or with its absence, or null.</summary>
    public static string? Check(StateDefinition state, StateMock? mock, MockedResultCheck check)
    {
        if (mock is null)
        {
            return NeedsMock(state) ? $"State type '{TypeOf(state)}' is only supported when a mock is specified" : null;
        }

        if (state is not RetryableState)
        {
            return $"State type '{TypeOf(state)}' is not supported when a mock is specified";
        }

        return mock.Result is null ? null : CheckResult(state, JsonValue.Parse(mock.Result), mock.FieldValidationMode ?? "STRICT", check);
    }

    private static string? CheckResult(StateDefinition state, JsonValue result, string mode, MockedResultCheck check) => (state, result) switch
    {
        (ParallelState parallel, _) when (result as JsonArray)?.Count != parallel.Branches.Length =>
            "Mocked result must contain the same number of items as number of Parallel branches.",
        (MapState { ResultWriter: not null }, not JsonObject) => "Mocked result must be a JSON object.",
        (MapState { ResultWriter: null }, not JsonArray) => "Mocked result must be a JSON array.",
        (TaskState { Resource.Service.Length: > 0 } task, _) when mode != "NONE" =>
            check(task.Resource, result, mode == "STRICT") is { } problem ? $"Mock result schema validation error: {problem}" : null,
        _ => null,
    };

    private static bool NeedsMock(StateDefinition state) =>
        state is ParallelState or MapState or TaskState { Resource.Pattern: not (TaskPattern.LambdaFunction or TaskPattern.RequestResponse) };

    private static string TypeOf(StateDefinition state) => state.GetType().Name[..^"State".Length];
}
