using Headroom.Simulation.Observing;

namespace Headroom.Simulation.Checking;

/// <summary>I2: scale-in is resumed at most R after the latest accepted end, whatever fails in between; each further failure may cost another R.</summary>
internal static class ResumedInTime
{
    internal static Violation? Check(World world, DateTimeOffset now)
    {
        foreach (var view in world.Targets)
        {
            if (view.Hold is { } hold && now > view.QuietSince(view.LatestEnd) + Tolerances.Recovery)
            {
                return new("I2", now, $"{view.Service} is still held {now - view.LatestEnd:hh\\:mm\\:ss} after the latest end that was accepted ({hold})");
            }
        }

        return null;
    }
}
