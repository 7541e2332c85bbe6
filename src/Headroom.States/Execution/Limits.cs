namespace Headroom.States.Execution;

/// <summary>
/// The quotas of <see href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Step Functions</see>
/// that change what an execution does.
/// </summary>
internal static class Limits
{
    /// <summary>The most history events that a standard execution can have; the last of them is the one that ends it.</summary>
    public const int HistoryEvents = 25_000;

    /// <summary>The most bytes of UTF-8 that an input, output or result can have.</summary>
    public const int PayloadBytes = 262_144;

    /// <summary>How long an express execution can take.</summary>
    public static readonly TimeSpan Express = TimeSpan.FromMinutes(5);

    /// <summary>How many iterations of an inline Map run at a time where MaxConcurrency sets no limit.</summary>
    public const int InlineIterations = 40;

    /// <summary>How many children of a distributed Map run at a time where MaxConcurrency sets no limit.</summary>
    public const int Children = 10_000;

    /// <summary>The longest timeout, in seconds: a bit more than three years.</summary>
    public const long Timeout = 99_999_999;

    /// <summary>The longest Wait, in seconds.</summary>
    public const long Wait = int.MaxValue;

    /// <summary>How many states an express execution runs before it rests: it has no limit of events, and must not run for ever.</summary>
    public const int ExpressSlice = 25_000;

    /// <summary>How long it rests then: about what so many states take on AWS.</summary>
    public static readonly TimeSpan ExpressRest = TimeSpan.FromSeconds(5);
}
