using Headroom.Simulation.Observing;

namespace Headroom.Simulation.Checking;

/// <summary>
/// I1, of services that are created again under the same name: a hold that goes on is soon a hold of the new one. A hold that is over, and that nobody could
/// release yet, owes nothing: if it is extended then, it is from then on.
/// </summary>
internal static class HeldAnew
{
    internal static Violation? Check(World world, DateTimeOffset now)
    {
        foreach (var view in world.Targets)
        {
            if (view is { ReplacedAt: { } at, Established: false, IsGone: false, ResumedByHand: false, ResizedByHand: false, Hold.Phase: HoldRecord.Holding }
                && now > view.QuietSince(at) + Tolerances.Guard
                && view.Promises.Find(promise => now > promise.At + Tolerances.Guard && promise.Execution.HoldUntil > now + Tolerances.ClocksApart) is { } promise)
            {
                return new("I1", now, $"{view.Service} has been there again since {at:HH:mm:ss.fff}, and the hold that {promise.Execution.Name} relies on is not of this one");
            }
        }

        return null;
    }
}
