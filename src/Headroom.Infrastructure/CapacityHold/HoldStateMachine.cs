using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>The hold protocol as a Standard state machine, with a role that can do exactly what its states do.</summary>
internal sealed class HoldStateMachine : Construct
{
    internal HoldStateMachine(Construct scope, string id, ITable holds, IFunction calendar, IReadOnlyList<CoveredService> services)
        : base(scope, id)
    {
        Role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("states.amazonaws.com"),
            Description = "What the hold protocol does to the covered services, and its record",
        });
        var bus = EventBus.FromEventBusName(this, "Events", "default");
        StateMachine = new StateMachine(this, "StateMachine", new StateMachineProps
        {
            StateMachineType = StateMachineType.STANDARD,
            DefinitionBody = DefinitionBody.FromString(StateMachineDefinition.Text),
            DefinitionSubstitutions = new Dictionary<string, string>
            {
                ["HoldsTable"] = holds.TableName,
                ["EventBusName"] = bus.EventBusName,
                ["CalendarFunction"] = calendar.FunctionName,
            },
            Role = Role,
        });
        foreach (var statement in HoldPermissions.For(this, holds, bus, calendar, services))
        {
            Role.AddToPrincipalPolicy(statement);
        }
    }

    internal Role Role { get; }

    internal StateMachine StateMachine { get; }
}
