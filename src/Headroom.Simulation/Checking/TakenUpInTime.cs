using Headroom.Simulation.Observing;

namespace Headroom.Simulation.Checking;

/// <summary>
/// I1 and I2, of those who have to wait, for an owner that is awake or for a table that cannot be reached: at most R after the last thing that went wrong a hold
/// is in place, and a release has the hold that it is to end. Nobody gives up before that, and no hold before its end.
/// </summary>
internal static class TakenUpInTime
{
    /// <summary>As time passes.</summary>
    internal static Violation? Check(World world, DateTimeOffset now)
    {
        foreach (var waiting in world.Waiting)
        {
            if (world.Target(waiting.Service!) is { Hold: { } hold } view && now > view.QuietSince(waiting.DueAt) + Tolerances.Recovery)
            {
                return new(Invariant(waiting), now, $"{waiting.Name} has waited for {view.Service} since {waiting.DueAt:HH:mm:ss.fff} ({hold})");
            }
        }

        return null;
    }

    /// <summary>What the protocol refuses for a reason of its own is not given up.</summary>
    internal static Violation? Check(World world, Observation seen) =>
        seen is Observation.ExecutionEnded { Status: "FAILED", Error: { } error } ended && !error.StartsWith("Headroom.", StringComparison.Ordinal)
            && world.Execution(ended.Arn) is { IsTakenUp: false, Service: not null } waiting && (waiting.Action == "release" || waiting.HoldUntil > seen.At + Tolerances.ClocksApart)
                ? new(Invariant(waiting), seen.At, $"{waiting.Name} gives up: {error}")
                : null;

    private static string Invariant(ExecutionView waiting) => waiting.Action == "release" ? "I2" : "I1";
}
