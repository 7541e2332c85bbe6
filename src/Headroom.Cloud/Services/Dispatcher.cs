using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Validation;

namespace Headroom.Cloud.Services;

/// <summary>
/// The one way to an operation, whoever asks (a client, a state machine, CloudFormation, another service): the account's call rate is
/// checked, then the shape, then the caller's permission, then the room performs it.
/// </summary>
internal sealed class Dispatcher(IReadOnlyList<ServiceRoom> rooms, IAuthorizer authorizer)
{
    private const string OwnRooms = "headroom-";
    private readonly Dictionary<string, ServiceRoom> _rooms = rooms.ToDictionary(room => room.Name, StringComparer.Ordinal);
    private readonly Dictionary<(string Service, string Operation), Operation> _operations =
        rooms.SelectMany(room => room.Operations.Select(operation => KeyValuePair.Create((room.Name, operation.Name), operation))).ToDictionary();

    private readonly Dictionary<string, ResourceType> _resourceTypes =
        rooms.SelectMany(room => room.ResourceTypes).ToDictionary(type => type.Name, StringComparer.Ordinal);

    internal IReadOnlyList<ServiceRoom> Rooms => rooms;

    internal ResourceType? ResourceType(string name) => _resourceTypes.GetValueOrDefault(name);

    internal ServiceRoom Room(string name) => _rooms[name];

    /// <summary>The method behind an operation, where it takes these records.</summary>
    internal Func<Step, TRequest, Outcome<TResponse>>? Method<TRequest, TResponse>(string service, string operation) =>
        _operations.GetValueOrDefault((service, operation))?.Method<TRequest, TResponse>();

    internal Outcome<Answer> Dispatch(Step step, string service, string operation, JsonObject request)
    {
        if (!_operations.TryGetValue((service, operation), out var known))
        {
            return new Refusal("UnknownOperationException", $"The embedded cloud has no operation {operation} of {service}.");
        }

        if (service.StartsWith(OwnRooms, StringComparison.Ordinal))
        {
            return RunOwn(step, known, request);
        }

        if (_rooms[service].Limit?.Invoke(step, operation) is { } tooOften)
        {
            return tooOften;
        }

        var description = ApiDescriptions.For(service);
        if (RequestValidation.Check(description, description.Operations[operation], request) is { } invalid)
        {
            return new Refusal(invalid.Code, invalid.Message, invalid.Members);
        }

        try
        {
            return known.Run(step, request, (resource, policies) => Deny(step, description, known, resource, policies));
        }
        catch (PageException page)
        {
            return page.In(_rooms[service]);
        }
    }

    // What AWS has no API for has no description to check by either: the records themselves say what they need.
    private static Outcome<Answer> RunOwn(Step step, Operation operation, JsonObject request)
    {
        try
        {
            return operation.Run(step, request, (_, _) => step.Caller.Principal is Principal.Administrator
                ? null
                : new Refusal("AccessDeniedException", $"{step.Caller.Principal.Arn} is not the administrator, who alone may call {operation.Name}."));
        }
        catch (JsonException fault)
        {
            return new Refusal("ValidationException", fault.Message);
        }
    }

    private Refusal? Deny(Step step, ServiceDescription description, Operation operation, string resource, IReadOnlyList<string> policies)
    {
        var action = IamNames.Action(description, operation.Name, operation.Action);
        return authorizer.Deny(step, step.Caller.Principal, new(action, resource, policies)) is { } reason
            ? new Refusal(IamNames.AccessDenied(description), reason)
            : null;
    }
}
