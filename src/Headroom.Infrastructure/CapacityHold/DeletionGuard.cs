using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>
/// Keeps capacity from being held for ever when the record and the state machine go. A custom resource that depends on everything else, so that
/// CloudFormation deletes it first; its function looks into the holds' table. While there is a record, it objects to the deletion of the stack; where an
/// update takes the <see cref="CapacityHold"/> out of the stack, which no objection keeps, it releases first.
/// </summary>
internal sealed class DeletionGuard : HoldFunction
{
    internal DeletionGuard(Construct scope, string id, CapacityHoldProps props, ITable holds, IStateMachine stateMachine)
        : base(scope, id, props, "What the deletion guard does: look whether anything is held, release it when the hold leaves its stack, ")
    {
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("SeeWhatIsHeld", ["dynamodb:Scan"], [holds.TableArn]));
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("SeeWhatBecomesOfTheStack", ["cloudformation:DescribeStacks"], [Stack.Of(scope).StackId]));
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("Release", ["states:StartExecution"], [stateMachine.StateMachineArn]));
        var properties = Props("deletion", "Objects to the deletion of the stack while capacity is held; releases when an update takes the hold out");
        properties.MemorySize = 128;
        properties.Timeout = Duration.Minutes(2);
        properties.Environment = new Dictionary<string, string>
        {
            ["HEADROOM_HOLDS_TABLE"] = holds.TableName,
            ["HEADROOM_STATE_MACHINE_ARN"] = stateMachine.StateMachineArn,
        };
        var function = new Function(this, "Function", properties);
        var guard = new CustomResource(this, "Resource", new CustomResourceProps
        {
            ResourceType = "Custom::HeadroomDeletionGuard",
            ServiceToken = function.FunctionArn,
            // What Lambda has tried three times is over by then.
            Properties = new Dictionary<string, object> { ["ServiceTimeout"] = "600" },
        });
        guard.Node.AddDependency([Role, .. scope.Node.Children.Where(child => child != this)]);
    }
}
