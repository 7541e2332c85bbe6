using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>
/// How long the stages of a Fargate task take. Start-up is lognormal: about 35 s for an image of 100 MB, 55 s for 400 MB, of which
/// pulling the image is 76 % (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-pull-behavior.html: nothing is cached).
/// </summary>
internal static class TaskTimes
{
    private const double Sigma = 0.25;
    private const double SecondsWithoutImage = 28.3;
    private const double SecondsPerMegabyte = 1.0 / 15;
    private const double ShareOfProvisioning = 0.24;
    private static readonly TimeSpan MedianDeprovisioning = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan MedianShutdown = TimeSpan.FromSeconds(2);

    /// <summary>A stopped task can be described for an hour.</summary>
    internal static TimeSpan RememberStopped { get; } = TimeSpan.FromHours(1);

    /// <summary>From launch to running containers.</summary>
    internal static TimeSpan StartUp(SeededSource chance, TaskBehaviour behaviour) =>
        Lognormal(chance, TimeSpan.FromSeconds(SecondsWithoutImage + (behaviour.ImageMegabytes * SecondsPerMegabyte)));

    /// <summary>The part of <paramref name="startUp"/> in which the network interface is attached.</summary>
    internal static TimeSpan Provisioning(TimeSpan startUp) => Whole(startUp * ShareOfProvisioning);

    /// <summary>Registration with service discovery or several target groups.</summary>
    internal static TimeSpan Activating(SeededSource chance) => Lognormal(chance, TimeSpan.FromSeconds(3));

    /// <summary>From SIGTERM to the exit of the containers, which SIGKILL enforces after <paramref name="stopTimeout"/>.</summary>
    internal static TimeSpan Shutdown(SeededSource chance, TimeSpan stopTimeout)
    {
        var drawn = Lognormal(chance, MedianShutdown);
        return drawn < stopTimeout ? drawn : stopTimeout;
    }

    /// <summary>Until the network interface is gone.</summary>
    internal static TimeSpan Deprovisioning(SeededSource chance) => Lognormal(chance, MedianDeprovisioning);

    // Box-Muller; whole milliseconds, because that is what instants keep.
    private static TimeSpan Lognormal(SeededSource chance, TimeSpan median)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble()));
        var normal = radius * Math.Cos(2 * Math.PI * chance.NextDouble());
        return Whole(median * Math.Exp(Sigma * normal));
    }

    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Round(time.TotalMilliseconds));
}
