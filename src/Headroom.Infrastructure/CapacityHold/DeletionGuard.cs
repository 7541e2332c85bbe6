using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>
/// Keeps capacity from being held for ever when the record and the state machine go. A custom resource that depends on everything else, so that
/// CloudFormation deletes it first; its function looks into the holds' table. While there is a record, or a notification waits for its start, it objects to the deletion of the stack; where an
/// update takes the <see cref="CapacityHold"/> out of the stack, which no objection keeps, it releases first. Until the Notifier is deleted, seconds later,
/// another notification may come: a second custom resource, which the Notifier depends on, looks once more after that.
/// </summary>
internal sealed class DeletionGuard : HoldFunction
{
    // What the Notifier has in hand when it is deleted is an execution's record well before.
    private const int SettleSeconds = 15;

    // What Lambda has tried three times is over by then: CloudFormation waits no longer.
    private const string ServiceTimeout = "3600";

    /// <param name="scope">The hold.</param>
    /// <param name="id">Its name within the hold.</param>
    /// <param name="props">The hold's.</param>
    /// <param name="holds">The table of the holds' records.</param>
    /// <param name="stateMachine">What releases them.</param>
    /// <param name="notifier">What makes new ones.</param>
    /// <param name="alarms">What depends on the Notifier.</param>
    internal DeletionGuard(Construct scope, string id, CapacityHoldProps props, ITable holds, StateMachine stateMachine, NotifierFunction notifier, HoldAlarms alarms)
        : base(scope, id, props, "What the deletion guard does: look whether anything is held or planned, release it when the hold leaves its stack, stop what waits, ")
    {
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("SeeWhatIsHeld", ["dynamodb:Scan"], [holds.TableArn]));
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("SeeWhatBecomesOfTheStack", ["cloudformation:DescribeStacks"], [Stack.Of(scope).StackId]));
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("Release", ["states:StartExecution"], [stateMachine.StateMachineArn]));
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("SeeWhatRuns", ["states:ListExecutions"], [stateMachine.StateMachineArn]));
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("SeeAndStopWhatRuns", ["states:DescribeExecution", "states:StopExecution"], [HoldPermissions.Executions(stateMachine)]));
        var properties = Props("deletion", "Objects to the deletion of the stack while capacity is held or planned; releases when an update takes the hold out");
        properties.MemorySize = 128;
        // Only a release whose target cannot be written takes longer than seconds.
        properties.Timeout = Duration.Minutes(15);
        properties.Environment = new Dictionary<string, string>
        {
            ["HEADROOM_HOLDS_TABLE"] = holds.TableName,
            ["HEADROOM_STATE_MACHINE_ARN"] = stateMachine.StateMachineArn,
        };
        var function = new Function(this, "Function", properties);
        var others = scope.Node.Children.Where(child => child != this).ToList();
        var first = Look("Resource", function, new() { ["ServiceTimeout"] = ServiceTimeout });
        // CloudFormation deletes all that nothing undeleted depends on at once, while the guard still looks: so it depends on what is held, too.
        var services = props.Services.Select(service => service.Construct).OfType<IConstruct>().Where(service => Stack.Of(service) == Stack.Of(scope)).Distinct();
        List<IDependable> held = [.. services, .. props.KeptWhileHeld];
        first.Node.AddDependency([Role, .. others, .. held]);
        var last = Look("LastLook", function, new() { ["ServiceTimeout"] = ServiceTimeout, ["SettleSeconds"] = SettleSeconds });
        last.Node.AddDependency([Role, .. others.Where(other => other != notifier && other != alarms), .. held]);
        notifier.Node.AddDependency(last);
    }

    private CustomResource Look(string id, Function function, Dictionary<string, object> properties) => new(this, id, new CustomResourceProps
    {
        ResourceType = "Custom::HeadroomDeletionGuard",
        ServiceToken = function.FunctionArn,
        Properties = properties,
    });
}
