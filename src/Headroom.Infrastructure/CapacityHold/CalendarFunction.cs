using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>
/// The function that says which scheduled actions a hold has missed: the Notifier's binary under another handler. It may write its log and nothing
/// else, and runs only at the release of a service that has scheduled actions.
/// </summary>
internal sealed class CalendarFunction : Construct
{
    internal CalendarFunction(Construct scope, string id, CapacityHoldProps props)
        : base(scope, id)
    {
        var logs = new LogGroup(this, "Logs", new LogGroupProps { Retention = props.LogRetention, RemovalPolicy = RemovalPolicy.DESTROY });
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = "What the calendar does: write its log",
        });
        role.AddToPrincipalPolicy(HoldPermissions.Allow("WriteItsLog", ["logs:CreateLogStream", "logs:PutLogEvents"], [logs.LogGroupArn]));
        Function = new Function(this, "Function", new FunctionProps
        {
            Description = "Says which scheduled actions fell due during a hold",
            Runtime = Runtime.PROVIDED_AL2023,
            Architecture = props.Architecture,
            Handler = "calendar",
            Code = props.NotifierCode,
            Role = role,
            LogGroup = logs,
            MemorySize = 128,
            Timeout = Duration.Seconds(10),
        });
    }

    internal Function Function { get; }
}
