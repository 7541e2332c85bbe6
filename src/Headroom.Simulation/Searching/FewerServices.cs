using System.Collections.Immutable;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Searching;

/// <summary>The same scenario without one of its services, and without what happens to that one alone.</summary>
internal static class FewerServices
{
    internal static Scenario Without(Scenario scenario, int service)
    {
        var left = scenario.Services.Length - 1;
        return scenario with
        {
            Services = scenario.Services.RemoveAt(service),
            Incidents = [.. scenario.Incidents.Select(incident => Without(incident, service, left)).OfType<Incident>()],
        };
    }

    private static Incident? Without(Incident incident, int service, int left) => incident switch
    {
        Incident.Publish publish => Without(publish, service, left),
        Incident.SetLimits on => Renumber(on.Service, service) is { } number ? on with { Service = number } : null,
        Incident.SetFlags on => Renumber(on.Service, service) is { } number ? on with { Service = number } : null,
        Incident.PutScheduledAction on => Renumber(on.Service, service) is { } number ? on with { Service = number } : null,
        Incident.Deploy on => Renumber(on.Service, service) is { } number ? on with { Service = number } : null,
        Incident.DeleteService on => Renumber(on.Service, service) is { } number ? on with { Service = number } : null,
        Incident.ReplaceService on => Renumber(on.Service, service) is { } number ? on with { Service = number } : null,
        Incident.Alarm on => Renumber(on.Service, service) is { } number ? on with { Service = number } : null,
        _ => incident,
    };

    private static Incident.Publish? Without(Incident.Publish publish, int service, int left) => publish.Notification switch
    {
        Request.Hold hold => Renumber(hold.Services, service) is { IsEmpty: false } services ? Of(publish, hold with { Services = services }, left) : null,
        Request.Release release => Renumber(release.Services, service) is { IsEmpty: false } services ? Of(publish, release with { Services = services }, left) : null,
        _ => publish,
    };

    private static Incident.Publish Of(Incident.Publish publish, Request request, int left) =>
        publish with { Notification = request, Body = MessageText.Of(request, left) };

    private static ImmutableArray<int> Renumber(ImmutableArray<int> services, int gone) =>
        [.. services.Select(number => Renumber(number, gone)).OfType<int>()];

    private static int? Renumber(int number, int gone) => number == gone ? null : number > gone ? number - 1 : number;
}
