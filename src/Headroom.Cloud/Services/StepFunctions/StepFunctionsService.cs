using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.Cloud.Services.StepFunctions.Testing;
using Headroom.Wire.Shapes.StepFunctions;
using static Headroom.Cloud.Services.Operation;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>AWS Step Functions: the table of operations.</summary>
internal static class StepFunctionsService
{
    internal const string Name = "stepfunctions";

    internal static ServiceRoom Room { get; } = new(Name,
    [
        Of<CreateStateMachineRequest, CreateStateMachineResponse>(
            "CreateStateMachine", StepFunctionsOperations.CreateStateMachine, (step, r) => Arns.StateMachine(step, r.Name)),
        On<UpdateStateMachineRequest, UpdateStateMachineResponse>(
            "UpdateStateMachine", StepFunctionsOperations.UpdateStateMachine, r => r.StateMachineArn),
        On<DescribeStateMachineRequest, DescribeStateMachineResponse>(
            "DescribeStateMachine", StepFunctionsOperations.DescribeStateMachine, r => r.StateMachineArn),
        On<DescribeStateMachineForExecutionRequest, DescribeStateMachineForExecutionResponse>(
            "DescribeStateMachineForExecution", StepFunctionsOperations.DescribeStateMachineForExecution, r => r.ExecutionArn),
        Of<ListStateMachinesRequest, ListStateMachinesResponse>("ListStateMachines", StepFunctionsOperations.ListStateMachines),
        On<DeleteStateMachineRequest, DeleteStateMachineResponse>(
            "DeleteStateMachine", StepFunctionsOperations.DeleteStateMachine, r => r.StateMachineArn),
        Of<ValidateStateMachineDefinitionRequest, ValidateStateMachineDefinitionResponse>(
            "ValidateStateMachineDefinition", StepFunctionsOperations.ValidateStateMachineDefinition),
        Of<TestStateRequest, TestStateResponse>("TestState", StateTests.TestState),
        On<PublishStateMachineVersionRequest, PublishStateMachineVersionResponse>(
            "PublishStateMachineVersion", StepFunctionsOperations.PublishStateMachineVersion, r => r.StateMachineArn),
        On<ListStateMachineVersionsRequest, ListStateMachineVersionsResponse>(
            "ListStateMachineVersions", StepFunctionsOperations.ListStateMachineVersions, r => r.StateMachineArn),
        On<DeleteStateMachineVersionRequest, DeleteStateMachineVersionResponse>(
            "DeleteStateMachineVersion", StepFunctionsOperations.DeleteStateMachineVersion, r => r.StateMachineVersionArn),
        On<CreateStateMachineAliasRequest, CreateStateMachineAliasResponse>(
            "CreateStateMachineAlias", StepFunctionsOperations.CreateStateMachineAlias, r => Arns.Unqualified(r.RoutingConfiguration[0].StateMachineVersionArn)),
        On<UpdateStateMachineAliasRequest, UpdateStateMachineAliasResponse>(
            "UpdateStateMachineAlias", StepFunctionsOperations.UpdateStateMachineAlias, r => r.StateMachineAliasArn),
        On<DescribeStateMachineAliasRequest, DescribeStateMachineAliasResponse>(
            "DescribeStateMachineAlias", StepFunctionsOperations.DescribeStateMachineAlias, r => r.StateMachineAliasArn),
        On<ListStateMachineAliasesRequest, ListStateMachineAliasesResponse>(
            "ListStateMachineAliases", StepFunctionsOperations.ListStateMachineAliases, r => r.StateMachineArn),
        On<DeleteStateMachineAliasRequest, DeleteStateMachineAliasResponse>(
            "DeleteStateMachineAlias", StepFunctionsOperations.DeleteStateMachineAlias, r => r.StateMachineAliasArn),
        On<StartExecutionRequest, StartExecutionResponse>("StartExecution", StepFunctionsOperations.StartExecution, r => r.StateMachineArn),
        On<StartSyncExecutionRequest, StartSyncExecutionResponse>(
            "StartSyncExecution", StepFunctionsOperations.StartSyncExecution, r => r.StateMachineArn),
        On<StopExecutionRequest, StopExecutionResponse>("StopExecution", StepFunctionsOperations.StopExecution, r => r.ExecutionArn),
        On<DescribeExecutionRequest, DescribeExecutionResponse>(
            "DescribeExecution", StepFunctionsOperations.DescribeExecution, r => r.ExecutionArn),
        On<ListExecutionsRequest, ListExecutionsResponse>(
            "ListExecutions", StepFunctionsOperations.ListExecutions, r => r.StateMachineArn ?? r.MapRunArn ?? "*"),
        On<RedriveExecutionRequest, RedriveExecutionResponse>(
            "RedriveExecution", StepFunctionsOperations.RedriveExecution, r => r.ExecutionArn),
        On<GetExecutionHistoryRequest, GetExecutionHistoryResponse>(
            "GetExecutionHistory", StepFunctionsOperations.GetExecutionHistory, r => r.ExecutionArn),
        Of<CreateActivityRequest, CreateActivityResponse>(
            "CreateActivity", StepFunctionsOperations.CreateActivity, (step, r) => Arns.Activity(step, r.Name)),
        On<DescribeActivityRequest, DescribeActivityResponse>(
            "DescribeActivity", StepFunctionsOperations.DescribeActivity, r => r.ActivityArn),
        Of<ListActivitiesRequest, ListActivitiesResponse>("ListActivities", StepFunctionsOperations.ListActivities),
        On<DeleteActivityRequest, DeleteActivityResponse>("DeleteActivity", StepFunctionsOperations.DeleteActivity, r => r.ActivityArn),
        On<GetActivityTaskRequest, GetActivityTaskResponse>("GetActivityTask", StepFunctionsOperations.GetActivityTask, r => r.ActivityArn),
        Of<SendTaskSuccessRequest, SendTaskSuccessResponse>("SendTaskSuccess", StepFunctionsOperations.SendTaskSuccess),
        Of<SendTaskFailureRequest, SendTaskFailureResponse>("SendTaskFailure", StepFunctionsOperations.SendTaskFailure),
        Of<SendTaskHeartbeatRequest, SendTaskHeartbeatResponse>("SendTaskHeartbeat", StepFunctionsOperations.SendTaskHeartbeat),
        On<DescribeMapRunRequest, DescribeMapRunResponse>("DescribeMapRun", StepFunctionsOperations.DescribeMapRun, r => r.MapRunArn),
        On<UpdateMapRunRequest, UpdateMapRunResponse>("UpdateMapRun", StepFunctionsOperations.UpdateMapRun, r => r.MapRunArn),
        On<ListMapRunsRequest, ListMapRunsResponse>("ListMapRuns", StepFunctionsOperations.ListMapRuns, r => r.ExecutionArn),
        On<ListTagsForResourceRequest, ListTagsForResourceResponse>(
            "ListTagsForResource", StepFunctionsOperations.ListTagsForResource, r => r.ResourceArn),
        On<TagResourceRequest, TagResourceResponse>("TagResource", StepFunctionsOperations.TagResource, r => r.ResourceArn),
        On<UntagResourceRequest, UntagResourceResponse>("UntagResource", StepFunctionsOperations.UntagResource, r => r.ResourceArn),
    ])
    {
        UnknownToken = token => new("InvalidToken", $"Invalid Token: '{token}'"),
        ResourceTypes = StepFunctionsResources.All,
        Woken = StepFunctionsDynamics.Woken,
        Heard = EcsTaskWatchers.Heard,
        Answered = StepFunctionsDynamics.Answered,
        Started = StepFunctionsDynamics.Started,
    };

    private static Operation On<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> arn) =>
        Of(name, method, (_, request) => arn(request));
}
