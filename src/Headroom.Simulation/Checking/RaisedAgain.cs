using Headroom.Simulation.Observing;

namespace Headroom.Simulation.Checking;

/// <summary>
/// I1, of deployments: what somebody deploys with fewer tasks than are owed is soon held up to them again. A hold that is over, and that nobody could release yet,
/// owes nothing: if it is extended then, it is held up from then on.
/// </summary>
internal static class RaisedAgain
{
    internal static Violation? Check(World world, DateTimeOffset now)
    {
        foreach (var view in world.Targets)
        {
            if (view is { LoweredAt: { } at, Established: true, IsGone: false, ResumedByHand: false, ResizedByHand: false, Hold.Phase: HoldRecord.Holding, Target: not null }
                && now > view.QuietSince(at) + Tolerances.Guard
                && Broken(view, now) is { } promise)
            {
                return new("I1", now, $"{view.Service} is to run {view.DesiredCount} tasks since the deployment at {at:HH:mm:ss.fff}, and {promise.Tasks} are promised to {promise.Execution.Name}");
            }
        }

        return null;
    }

    private static Promise? Broken(TargetView view, DateTimeOffset now) =>
        view.Promises.Find(promise =>
            promise.Owed && now > promise.At + Tolerances.Guard && promise.Execution.HoldUntil > now + Tolerances.ClocksApart && promise.IsShort(view));
}
