using Headroom.Cloud.Services.StepFunctions.Executions;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>For whom a call is made.</summary>
/// <param name="RoleArn">The role it is made as.</param>
/// <param name="ExecutionArn">The execution; a made-up one where a state is only tested.</param>
/// <param name="StateMachineArn">Its machine.</param>
internal sealed record TaskCaller(string RoleArn, string ExecutionArn, string StateMachineArn)
{
    public static TaskCaller Of(Execution execution) => new(execution.Revision.RoleArn, execution.Arn, execution.StateMachineArn);
}
