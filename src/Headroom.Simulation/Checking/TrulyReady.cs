using Headroom.Simulation.Observing;

namespace Headroom.Simulation.Checking;

/// <summary>I4, of what is told on the way: <c>Capacity Ready</c> only when as many tasks got requests as are held. Somebody sends a push on it.</summary>
internal static class TrulyReady
{
    internal static Violation? Check(World world, DateTimeOffset now)
    {
        // The load balancer's clock may be ahead of that by which a task counts as serving: one that is stopped meanwhile never does.
        while (world.ToldReady.TryPeek(out var told) && told.At + Tolerances.ClocksApart < now)
        {
            world.ToldReady.Dequeue();
            // Tasks may have gone since: whoever tells has looked a moment ago.
            var view = world.Target(told.Service);
            var most = view.MostServingSince(told.ReadAt);
            if (most < told.Floor && view.ShrunkAt < told.At)
            {
                return new("I4", told.At, $"{told.By} tells that {told.Floor} tasks of {told.Service} are ready, but no more than {most} got requests");
            }
        }

        return null;
    }
}
