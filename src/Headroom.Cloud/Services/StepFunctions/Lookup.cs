using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>Finds what a request names, or says that there is none.</summary>
internal static class Lookup
{
    public static Execution? Execution(Step step, string arn, out Refusal refusal)
    {
        refusal = Arns.Refuse(arn, "execution", "express") ?? new("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");
        return step.Table(StepFunctionsState.Executions).Find(arn);
    }

    public static ActivityRecord? Activity(Step step, string arn, out Refusal refusal)
    {
        refusal = Arns.Refuse(arn, "activity") ?? new("ActivityDoesNotExist", $"Activity Does Not Exist: '{arn}'");
        return step.Table(StepFunctionsState.Activities).Find(arn);
    }
}
