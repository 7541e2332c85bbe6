using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.StepFunctions;

/// <summary>The ARNs of the room, and what is refused as one.</summary>
internal static class Arns
{
    public static string StateMachine(Step step, string name) => step.Settings.Arn("states", $"stateMachine:{name}");

    public static string Activity(Step step, string name) => step.Settings.Arn("states", $"activity:{name}");

    public static string Execution(Step step, string stateMachineName, string name) =>
        step.Settings.Arn("states", $"execution:{stateMachineName}:{name}");

    public static string ExpressExecution(Step step, string stateMachineName, string name) =>
        step.Settings.Arn("states", $"express:{stateMachineName}:{name}:{step.Ids.NextUuid()}");

    /// <summary>The machine that a version's or alias's ARN belongs to; a machine's own stays.</summary>
    public static string Unqualified(string stateMachineArn)
    {
        var parts = stateMachineArn.Split(':');
        return parts.Length > 7 ? string.Join(':', parts[..7]) : stateMachineArn;
    }

    /// <summary>Whether it names a version or an alias.</summary>
    public static bool IsQualified(string stateMachineArn) => stateMachineArn.Count(c => c == ':') > 6;

    /// <summary>InvalidArn where the text is no ARN of this kind (<c>stateMachine</c>, <c>execution</c>, <c>activity</c> …).</summary>
    public static Refusal? Refuse(string arn, params ReadOnlySpan<string> kinds)
    {
        var parts = arn.Split(':');
        if (parts is not ["arn", _, "states", _, _, var kind, { Length: > 0 }, ..])
        {
            return new("InvalidArn", $"Invalid Arn: 'Invalid ARN prefix: {arn}'");
        }

        return kinds.Contains(kind) ? null : new("InvalidArn", $"Invalid Arn: 'Resource type not valid in this context: {kind}'");
    }
}
