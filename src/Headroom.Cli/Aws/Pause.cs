namespace Headroom.Cli.Aws;

/// <summary>Waiting between two looks at something that changes.</summary>
internal static class Pause
{
    /// <summary>Often enough to be prompt on this machine, seldom enough to be polite to AWS.</summary>
    internal static TimeSpan PollInterval(IAws aws) => aws.Endpoint is null ? TimeSpan.FromSeconds(3) : TimeSpan.FromMilliseconds(50);

    internal static Task ForAsync(TimeSpan wall, CancellationToken cancellation) => Task.Delay(wall, TimeProvider.System, cancellation);
}
