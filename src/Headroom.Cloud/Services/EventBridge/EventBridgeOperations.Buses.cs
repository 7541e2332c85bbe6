using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>Buses: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html and its neighbours.</summary>
internal static partial class EventBridgeOperations
{
    internal static Outcome<CreateEventBusResponse> CreateEventBus(Step step, CreateEventBusRequest request)
    {
        if (request.EventSourceName is not null)
        {
            return new Refusal("ValidationException", "The embedded cloud has no partner event sources: EventSourceName must be absent.");
        }

        if (EventBridgeNames.BusExists(step, request.Name))
        {
            return new Refusal("ResourceAlreadyExistsException", $"Event bus {request.Name} already exists.");
        }

        step.Table(EventBridgeState.Buses).Put(request.Name, new(request.Name, request.Description, step.Now));
        return new CreateEventBusResponse { EventBusArn = EventBridgeNames.BusArn(step.Settings, request.Name) };
    }

    /// <summary>One that is not there counts as deleted.</summary>
    internal static Outcome<DeleteEventBusResponse> DeleteEventBus(Step step, DeleteEventBusRequest request)
    {
        if (request.Name == EventBridgeState.DefaultBus)
        {
            return new Refusal("ValidationException", "Cannot delete event bus default.");
        }

        if (RulesOf(step, request.Name).Count > 0)
        {
            return new Refusal("ValidationException", $"Event bus {request.Name} can't be deleted since it has rules.");
        }

        step.Table(EventBridgeState.Buses).Remove(request.Name);
        return new DeleteEventBusResponse();
    }

    internal static Outcome<DescribeEventBusResponse> DescribeEventBus(Step step, DescribeEventBusRequest request)
    {
        var name = EventBridgeNames.Bus(request.Name);
        return EventBridgeNames.BusExists(step, name)
            ? new DescribeEventBusResponse
            {
                Name = name,
                Arn = EventBridgeNames.BusArn(step.Settings, name),
                Description = step.Table(EventBridgeState.Buses).Find(name)?.Description,
            }
            : EventBridgeNames.NoBus(name);
    }

    internal static Outcome<ListEventBusesResponse> ListEventBuses(Step step, ListEventBusesRequest request)
    {
        var names = step.Table(EventBridgeState.Buses).All.Select(bus => bus.Name).Append(EventBridgeState.DefaultBus)
            .Where(name => name.StartsWith(request.NamePrefix ?? "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var page = Page.Of(names, name => name, request.NextToken, request.Limit ?? 100);
        return new ListEventBusesResponse
        {
            EventBuses = [.. page.Items.Select(name => new EventBus { Name = name, Arn = EventBridgeNames.BusArn(step.Settings, name) })],
            NextToken = page.NextToken,
        };
    }
}
