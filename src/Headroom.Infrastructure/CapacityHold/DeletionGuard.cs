using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>
/// Keeps the stack from being deleted while it holds capacity: the record and the state machine would go, and nobody would resume scale-in. A custom
/// resource that depends on everything else, so that CloudFormation deletes it first; its function looks into the holds' table, and objects
/// while there is a record.
/// </summary>
internal sealed class DeletionGuard : HoldFunction
{
    internal DeletionGuard(Construct scope, string id, CapacityHoldProps props, ITable holds)
        : base(scope, id, props, "What the deletion guard does: look whether anything is held, ")
    {
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("SeeWhatIsHeld", ["dynamodb:Scan"], [holds.TableArn]));
        var properties = Props("deletion", "Objects to the deletion of the stack while capacity is held");
        properties.MemorySize = 128;
        properties.Timeout = Duration.Seconds(30);
        properties.Environment = new Dictionary<string, string> { ["HEADROOM_HOLDS_TABLE"] = holds.TableName };
        var function = new Function(this, "Function", properties);
        var guard = new CustomResource(this, "Resource", new CustomResourceProps
        {
            ResourceType = "Custom::HeadroomDeletionGuard",
            ServiceToken = function.FunctionArn,
            // What Lambda has tried three times is over by then.
            Properties = new Dictionary<string, object> { ["ServiceTimeout"] = "300" },
        });
        guard.Node.AddDependency([Role, .. scope.Node.Children.Where(child => child != this)]);
    }
}
