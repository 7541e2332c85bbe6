using Headroom.Simulation.Observing;

namespace Headroom.Simulation.Checking;

/// <summary>
/// I1: from ScaleUp until the latest accepted end (or a release), scale-in is suspended and the desired count is never below the floor;
/// Headroom itself never lowers it.
/// </summary>
internal static class HeldWhilePromised
{
    internal static Violation? Check(World world, Observation seen) => seen switch
    {
        Observation.DesiredCountChanged { By: Actor.Execution, Before: { } before, After: { } after } lowered when after < before && before <= MaxCapacity(world, lowered.Service)
            && world.Target(lowered.Service).RaisedByOthersAt + Tolerances.Reading < seen.At =>
            new("I1", seen.At, $"Headroom lowers the desired count of {lowered.Service} from {before} to {after} ({lowered.By})"),
        Observation.DesiredCountChanged changed => Owed(world.Target(changed.Service), seen.At),
        Observation.TargetChanged changed => Owed(world.Target(changed.Service), seen.At),
        Observation.HoldChanged changed => Owed(world.Target(changed.Service), seen.At),
        _ => null,
    };

    private static int MaxCapacity(World world, string service) => world.Target(service).Target?.MaxCapacity ?? int.MaxValue;

    private static Violation? Owed(TargetView view, DateTimeOffset now)
    {
        if (view is not { Target: not null, DesiredCount: { } desired, IsGone: false })
        {
            return null;
        }

        view.Promises.RemoveAll(promise => promise.Execution.HoldUntil <= now + Tolerances.ClocksApart);
        foreach (var promise in view.Promises.Where(promise => promise.Owed))
        {
            var until = $"{promise.Execution.HoldUntil - now:hh\\:mm\\:ss} before the end that {promise.Execution.Name} was promised";
            if (!view.ScaleInPaused && !view.ResumedByHand)
            {
                return new("I1", now, $"scale-in of {view.Service} runs {until}");
            }

            if (promise.IsShort(view) && !view.ResizedByHand && view.LoweredAt is null)
            {
                return new("I1", now, $"{view.Service} is to run {desired} tasks, {promise.Tasks} are promised, {until}");
            }
        }

        return null;
    }
}
