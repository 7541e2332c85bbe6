namespace Headroom.Simulation.Checking;

/// <summary>How exact promises are.</summary>
internal static class Tolerances
{
    /// <summary>Two clocks of the cloud may differ by this much: an end has passed for one while it has not for the other.</summary>
    internal static readonly TimeSpan ClocksApart = TimeSpan.FromSeconds(4.1);

    /// <summary>A claim that was decided before the end may land so much after it: late calls, and the retries before them.</summary>
    internal static readonly TimeSpan LateClaim = TimeSpan.FromMinutes(3);

    /// <summary>
    /// An update of a service is decided on a reading that may be 5 s old, and may land 5 s late. Amazon ECS has no conditional update: what somebody
    /// else has raised in that time, or created anew, is lowered again, to no less than the floor.
    /// </summary>
    internal static readonly TimeSpan Reading = TimeSpan.FromSeconds(11);

    /// <summary>
    /// A change of a target is decided on a reading, recorded, and made, each with a call that may be late: whatever is registered in its place meanwhile gets it.
    /// Application Auto Scaling has no conditional update. A call that was not answered within its minute is not repeated on the same reading.
    /// </summary>
    internal static readonly TimeSpan Decision = TimeSpan.FromSeconds(45);

    /// <summary>What it takes to look at a deployment, to wait for an owner that is awake or an answer that never comes, and to hold anew.</summary>
    internal static readonly TimeSpan Guard = TimeSpan.FromMinutes(3);

    /// <summary>What SNS and Lambda need to get a notification handled, with Lambda's two retries.</summary>
    internal static readonly TimeSpan Handling = TimeSpan.FromMinutes(10);

    /// <summary>R of I2: the sweep's interval, and what a recovery and its release take.</summary>
    internal static readonly TimeSpan Recovery = TimeSpan.FromMinutes(5) + TimeSpan.FromMinutes(2);
}
