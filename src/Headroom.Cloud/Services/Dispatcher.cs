using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Validation;

namespace Headroom.Cloud.Services;

/// <summary>
/// The one way to an operation, whoever asks (a client, a state machine, CloudFormation, another service): the shape is checked,
/// then the caller's permission, then the room performs it.
/// </summary>
internal sealed class Dispatcher(IReadOnlyList<ServiceRoom> rooms, IAuthorizer authorizer)
{
    private readonly Dictionary<string, ServiceRoom> _rooms = rooms.ToDictionary(room => room.Name, StringComparer.Ordinal);
    private readonly Dictionary<(string Service, string Operation), Operation> _operations =
        rooms.SelectMany(room => room.Operations.Select(operation => KeyValuePair.Create((room.Name, operation.Name), operation))).ToDictionary();

    private readonly Dictionary<string, ResourceType> _resourceTypes =
        rooms.SelectMany(room => room.ResourceTypes).ToDictionary(type => type.Name, StringComparer.Ordinal);

    internal IReadOnlyList<ServiceRoom> Rooms => rooms;

    internal ResourceType? ResourceType(string name) => _resourceTypes.GetValueOrDefault(name);

    internal ServiceRoom Room(string name) => _rooms[name];

    internal Outcome<JsonObject> Dispatch(Step step, string service, string operation, JsonObject request)
    {
        if (!_operations.TryGetValue((service, operation), out var known))
        {
            return new Refusal("UnknownOperationException", $"The embedded cloud has no operation {operation} of {service}.");
        }

        var description = ApiDescriptions.For(service);
        if (RequestValidation.Check(description, description.Operations[operation], request) is { } invalid)
        {
            return new Refusal(invalid.Code, invalid.Message, invalid.Members);
        }

        return known.Run(step, request, (resource, policies) => Deny(step, description, known, resource, policies));
    }

    private Refusal? Deny(Step step, ServiceDescription description, Operation operation, string resource, IReadOnlyList<string> policies)
    {
        var action = IamNames.Action(description, operation.Name, operation.Action);
        return authorizer.Deny(step, step.Caller.Principal, new(action, resource, policies)) is { } reason
            ? new Refusal(IamNames.AccessDenied(description), reason)
            : null;
    }
}
