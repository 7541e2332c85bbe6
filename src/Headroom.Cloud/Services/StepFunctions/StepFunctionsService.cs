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
        Of<CreateStateMachineRequest, CreateStateMachineResponse>("CreateStateMachine", StepFunctionsOperations.CreateStateMachine, (step, request) => Arns.StateMachine(step, request.Name)),
        Of<UpdateStateMachineRequest, UpdateStateMachineResponse>("UpdateStateMachine", StepFunctionsOperations.UpdateStateMachine, (_, request) => request.StateMachineArn),
        Of<DescribeStateMachineRequest, DescribeStateMachineResponse>("DescribeStateMachine", StepFunctionsOperations.DescribeStateMachine, (_, request) => request.StateMachineArn),
        Of<DescribeStateMachineForExecutionRequest, DescribeStateMachineForExecutionResponse>(
            "DescribeStateMachineForExecution", StepFunctionsOperations.DescribeStateMachineForExecution, (_, request) => request.ExecutionArn),
        Of<ListStateMachinesRequest, ListStateMachinesResponse>("ListStateMachines", StepFunctionsOperations.ListStateMachines),
        Of<DeleteStateMachineRequest, DeleteStateMachineResponse>("DeleteStateMachine", StepFunctionsOperations.DeleteStateMachine, (_, request) => request.StateMachineArn),
        Of<ValidateStateMachineDefinitionRequest, ValidateStateMachineDefinitionResponse>("ValidateStateMachineDefinition", StepFunctionsOperations.ValidateStateMachineDefinition),
        Of<TestStateRequest, TestStateResponse>("TestState", StateTests.TestState),
        Of<PublishStateMachineVersionRequest, PublishStateMachineVersionResponse>(
            "PublishStateMachineVersion", StepFunctionsOperations.PublishStateMachineVersion, (_, request) => request.StateMachineArn),
        Of<ListStateMachineVersionsRequest, ListStateMachineVersionsResponse>(
            "ListStateMachineVersions", StepFunctionsOperations.ListStateMachineVersions, (_, request) => request.StateMachineArn),
        Of<DeleteStateMachineVersionRequest, DeleteStateMachineVersionResponse>(
            "DeleteStateMachineVersion", StepFunctionsOperations.DeleteStateMachineVersion, (_, request) => request.StateMachineVersionArn),
        Of<CreateStateMachineAliasRequest, CreateStateMachineAliasResponse>(
            "CreateStateMachineAlias", StepFunctionsOperations.CreateStateMachineAlias, (_, request) => Arns.Unqualified(request.RoutingConfiguration[0].StateMachineVersionArn)),
        Of<UpdateStateMachineAliasRequest, UpdateStateMachineAliasResponse>(
            "UpdateStateMachineAlias", StepFunctionsOperations.UpdateStateMachineAlias, (_, request) => request.StateMachineAliasArn),
        Of<DescribeStateMachineAliasRequest, DescribeStateMachineAliasResponse>(
            "DescribeStateMachineAlias", StepFunctionsOperations.DescribeStateMachineAlias, (_, request) => request.StateMachineAliasArn),
        Of<ListStateMachineAliasesRequest, ListStateMachineAliasesResponse>(
            "ListStateMachineAliases", StepFunctionsOperations.ListStateMachineAliases, (_, request) => request.StateMachineArn),
        Of<DeleteStateMachineAliasRequest, DeleteStateMachineAliasResponse>(
            "DeleteStateMachineAlias", StepFunctionsOperations.DeleteStateMachineAlias, (_, request) => request.StateMachineAliasArn),
        Of<StartExecutionRequest, StartExecutionResponse>("StartExecution", StepFunctionsOperations.StartExecution, (_, request) => request.StateMachineArn),
        Of<StartSyncExecutionRequest, StartSyncExecutionResponse>("StartSyncExecution", StepFunctionsOperations.StartSyncExecution, (_, request) => request.StateMachineArn),
        Of<StopExecutionRequest, StopExecutionResponse>("StopExecution", StepFunctionsOperations.StopExecution, (_, request) => request.ExecutionArn),
        Of<DescribeExecutionRequest, DescribeExecutionResponse>("DescribeExecution", StepFunctionsOperations.DescribeExecution, (_, request) => request.ExecutionArn),
        Of<ListExecutionsRequest, ListExecutionsResponse>("ListExecutions", StepFunctionsOperations.ListExecutions, (_, request) => request.StateMachineArn ?? request.MapRunArn ?? "*"),
        Of<RedriveExecutionRequest, RedriveExecutionResponse>("RedriveExecution", StepFunctionsOperations.RedriveExecution, (_, request) => request.ExecutionArn),
        Of<GetExecutionHistoryRequest, GetExecutionHistoryResponse>("GetExecutionHistory", StepFunctionsOperations.GetExecutionHistory, (_, request) => request.ExecutionArn),
        Of<CreateActivityRequest, CreateActivityResponse>("CreateActivity", StepFunctionsOperations.CreateActivity, (step, request) => Arns.Activity(step, request.Name)),
        Of<DescribeActivityRequest, DescribeActivityResponse>("DescribeActivity", StepFunctionsOperations.DescribeActivity, (_, request) => request.ActivityArn),
        Of<ListActivitiesRequest, ListActivitiesResponse>("ListActivities", StepFunctionsOperations.ListActivities),
        Of<DeleteActivityRequest, DeleteActivityResponse>("DeleteActivity", StepFunctionsOperations.DeleteActivity, (_, request) => request.ActivityArn),
        Of<GetActivityTaskRequest, GetActivityTaskResponse>("GetActivityTask", StepFunctionsOperations.GetActivityTask, (_, request) => request.ActivityArn),
        Of<SendTaskSuccessRequest, SendTaskSuccessResponse>("SendTaskSuccess", StepFunctionsOperations.SendTaskSuccess),
        Of<SendTaskFailureRequest, SendTaskFailureResponse>("SendTaskFailure", StepFunctionsOperations.SendTaskFailure),
        Of<SendTaskHeartbeatRequest, SendTaskHeartbeatResponse>("SendTaskHeartbeat", StepFunctionsOperations.SendTaskHeartbeat),
        Of<DescribeMapRunRequest, DescribeMapRunResponse>("DescribeMapRun", StepFunctionsOperations.DescribeMapRun, (_, request) => request.MapRunArn),
        Of<ListMapRunsRequest, ListMapRunsResponse>("ListMapRuns", StepFunctionsOperations.ListMapRuns, (_, request) => request.ExecutionArn),
        Of<ListTagsForResourceRequest, ListTagsForResourceResponse>("ListTagsForResource", StepFunctionsOperations.ListTagsForResource, (_, request) => request.ResourceArn),
        Of<TagResourceRequest, TagResourceResponse>("TagResource", StepFunctionsOperations.TagResource, (_, request) => request.ResourceArn),
        Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", StepFunctionsOperations.UntagResource, (_, request) => request.ResourceArn),
    ])
    {
        ResourceTypes = StepFunctionsResources.All,
        Woken = StepFunctionsDynamics.Woken,
        Heard = EcsTaskWatchers.Heard,
        Answered = StepFunctionsDynamics.Answered,
        Started = StepFunctionsDynamics.Started,
    };
}
