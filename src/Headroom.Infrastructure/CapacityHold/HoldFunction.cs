using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>A function of the Notifier's binary, with a log of its own and a role that may write it.</summary>
internal abstract class HoldFunction : Construct
{
    private readonly CapacityHoldProps _props;
    private readonly LogGroup _logs;

    /// <param name="scope">The hold.</param>
    /// <param name="id">Its name within the hold.</param>
    /// <param name="props">The hold's.</param>
    /// <param name="does">For the role's description: what the function does besides writing its log.</param>
    protected HoldFunction(Construct scope, string id, CapacityHoldProps props, string does)
        : base(scope, id)
    {
        _props = props;
        _logs = new LogGroup(this, "Logs", new LogGroupProps { Retention = props.LogRetention, RemovalPolicy = RemovalPolicy.DESTROY });
        Role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com"), Description = $"{does}write its log" });
        Role.AddToPrincipalPolicy(HoldPermissions.Allow("WriteItsLog", ["logs:CreateLogStream", "logs:PutLogEvents"], [_logs.LogGroupArn]));
    }

    /// <summary>What it may do.</summary>
    protected Role Role { get; }

    /// <summary>What every such function has; the rest is its own.</summary>
    /// <param name="handler">Which of the binary's handlers it runs.</param>
    /// <param name="description">For people who find the function.</param>
    protected FunctionProps Props(string handler, string description) => new()
    {
        Description = description,
        Runtime = Runtime.PROVIDED_AL2023,
        Architecture = _props.Architecture,
        Handler = handler,
        Code = _props.NotifierCode,
        Role = Role,
        LogGroup = _logs,
    };
}
