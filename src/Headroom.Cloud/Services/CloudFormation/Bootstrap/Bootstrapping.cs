using System.Reflection;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Deployment;

namespace Headroom.Cloud.Services.CloudFormation.Bootstrap;

/// <summary>
/// A cloud that begins empty begins bootstrapped for the AWS CDK: the stack <c>CDKToolkit</c> is there, with the names and logical ids
/// that <c>cdk bootstrap</c> uses, so that <c>cdk deploy</c> works at once and <c>cdk bootstrap</c> updates it.
/// </summary>
internal static class Bootstrapping
{
    private const string StackName = "CDKToolkit";
    private static readonly string Template = ReadTemplate();

    /// <summary>Makes the stack, in one step, unless there ever was a stack.</summary>
    internal static void Started(Step step)
    {
        if (step.Table(CloudFormationState.Stacks).Count > 0)
        {
            return;
        }

        var administrator = new Principal.Administrator(step.Settings.AccountId, "bootstrap");
        var stack = step.Attempt(administrator, () => Create(step), failed: _ => false);
        if (stack.Status != "CREATE_COMPLETE")
        {
            throw new InvalidOperationException($"{StackName} ended {stack.Status}: {stack.StatusReason}");
        }
    }

    private static StackRecord Create(Step step)
    {
        var stackId = Stacks.NewArn(step, StackName);
        var request = new VersionRequest(Template, null, UsePreviousTemplate: false) { Capabilities = ["CAPABILITY_NAMED_IAM"] };
        var version = StackVersions.Prepare(step, stackId, StackName, request, previous: null) switch
        {
            Outcome<StackVersion>.Answered answered => answered.Response,
            var other => throw new InvalidOperationException($"The template of {StackName} is refused: {other}"),
        };
        step.Table(CloudFormationState.Stacks).Put(stackId, new(stackId, StackName, step.Now)
        {
            Status = StackStatuses.CreateInProgress,
            Version = version,
        });
        var context = new StackContext(step, stackId);
        StackStarts.Create(context, "ROLLBACK", clientRequestToken: null, atOnce: true);
        return context.Stack;
    }

    private static string ReadTemplate()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("CDKToolkit.json")!);
        return reader.ReadToEnd();
    }
}
