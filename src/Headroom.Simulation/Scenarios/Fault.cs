namespace Headroom.Simulation.Scenarios;

/// <summary>Something that goes wrong inside the cloud.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>One call of Headroom's goes wrong.</summary>
    /// <param name="Operation">Only calls of this operation are counted; null counts all.</param>
    /// <param name="Number">Which of those calls, from 0.</param>
    /// <param name="Harm">How.</param>
    public sealed record OfCall(string? Operation, int Number, Harm Harm) : Fault;

    /// <summary>Every call of an operation is refused for a while.</summary>
    public sealed record Outage(string Operation, TimeSpan From, TimeSpan For, Harm Harm) : Fault;

    /// <summary>The function's process fails at its <paramref name="Call"/>th call in its <paramref name="Number"/>th invocation: it ends, or says nothing more.</summary>
    public sealed record OfFunction(int Number, int Call, bool Hangs) : Fault;

    /// <summary>EventBridge delivers the news of an ended execution not once but <paramref name="Times"/> times, late by <paramref name="Late"/>.</summary>
    public sealed record OfEvent(int Number, int Times, TimeSpan Late) : Fault;
}

/// <summary>How a call goes wrong.</summary>
public abstract record Harm
{
    private Harm()
    {
    }

    /// <summary>Refused without effect.</summary>
    /// <param name="Code">E.g. <c>ThrottlingException</c>.</param>
    public sealed record Refused(string Code) : Harm;

    /// <summary>It has its effect, and is answered with an error.</summary>
    public sealed record AnswerLost(string Code) : Harm;

    /// <summary>It has its effect late, and is answered later still; an answer that never comes is null.</summary>
    public sealed record Slow(TimeSpan Effect, TimeSpan? Answer) : Harm;

    /// <summary>The execution that makes it is aborted at that moment; the effect lands all the same, a little later.</summary>
    public sealed record CallerAborted(TimeSpan Effect) : Harm;
}
