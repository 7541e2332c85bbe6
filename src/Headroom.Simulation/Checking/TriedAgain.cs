using Headroom.Simulation.Observing;

namespace Headroom.Simulation.Checking;

/// <summary>I1, of degraded holds: what was refused is tried again, so that soon after nothing is refused any more all of it is in place.</summary>
internal static class TriedAgain
{
    internal static Violation? Check(World world, DateTimeOffset now)
    {
        foreach (var view in world.Targets)
        {
            if (view is { Hold: { Phase: not HoldRecord.Releasing } hold, DegradedSince: { } since, IsGone: false }
                && hold.HoldUntil > now + Tolerances.ClocksApart
                && now > view.QuietSince(since) + Tolerances.Recovery + Tolerances.Guard)
            {
                return new("I1", now, $"the hold of {view.Service} has been degraded since {since:HH:mm:ss.fff}, and nothing is refused any more ({hold})");
            }
        }

        return null;
    }
}
