using Headroom.Simulation.Observing;
using Headroom.Simulation.Reporting;
using Headroom.Simulation.Running;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Searching;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Tests;

/// <summary>Runs scenarios on stages that all tests share.</summary>
internal static class Runs
{
    private static readonly Lock Gate = new();
    private static readonly Search Shipped = new();

    /// <summary>A service with one notification, and whatever else happens.</summary>
    public static Scenario One(Request request, string body, params Incident[] others) => new(
        7,
        [new ServiceShape(1, 5, 2, ScaleInSuspended: false)],
        [new Incident.Publish(TimeSpan.FromSeconds(10), request, body, [TimeSpan.Zero]), .. others],
        []);

    /// <summary>What a service's scalable target was changed to last.</summary>
    public static ScalableTarget LastTarget(IReadOnlyList<Observation> seen, string service = "service_1") =>
        seen.OfType<Observation.TargetChanged>().Last(change => change.Service == service).After!;

    public static (RunResult Result, string Timeline, IReadOnlyList<Observation> Seen) Of(Scenario scenario)
    {
        lock (Gate)
        {
            var seen = new List<Observation>();
            var result = Shipped.Run(scenario, seen.Add);
            return (result, Timeline.Of(scenario, seen), seen);
        }
    }
}
