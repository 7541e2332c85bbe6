namespace Headroom.Simulation.Scenarios;

/// <summary>Draws what a service and its scalable target are like.</summary>
internal static class ServiceShapeDraw
{
    internal static ServiceShape One(Draw chance)
    {
        var min = chance.Between(0, 3);
        var max = min + chance.Between(1, 6);
        return new(min, max, chance.Between(min, max), chance.Percent(8));
    }
}
