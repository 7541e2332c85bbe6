using Headroom.Cloud.Kernel;

namespace Headroom.Simulation.Scenarios;

/// <summary>How a call goes wrong.</summary>
public abstract record Harm
{
    private Harm()
    {
    }

    /// <summary>Refused without effect.</summary>
    /// <param name="Code">E.g. <c>ThrottlingException</c>.</param>
    public sealed record Refused(string Code) : Harm
    {
        /// <inheritdoc/>
        public override string ToString() => $"is refused with {Code}";

        /// <summary>As the service answers it. Step Functions has no name of its own for a throttled call of Application Auto Scaling: it is known by its message.</summary>
        internal Refusal Refusal => new(Code, Code == "ThrottlingException" ? "Rate exceeded" : "It cannot be done now");
    }

    /// <summary>It has its effect, and is answered with an error.</summary>
    public sealed record AnswerLost(string Code) : Harm
    {
        /// <inheritdoc/>
        public override string ToString() => $"takes effect, and is answered with {Code}";
    }

    /// <summary>It has its effect late, and is answered later still; an answer that never comes is null.</summary>
    public sealed record Slow(TimeSpan Effect, TimeSpan? Answer) : Harm
    {
        /// <inheritdoc/>
        public override string ToString() => $"takes effect {Words.Of(Effect)} late, {(Answer is { } answer ? $"and is answered {Words.Of(answer)} after that" : "and is never answered")}";
    }

    /// <summary>The execution that makes it is aborted at that moment; the effect lands all the same, a little later.</summary>
    public sealed record CallerAborted(TimeSpan Effect) : Harm
    {
        /// <inheritdoc/>
        public override string ToString() => $"is under way when its execution is aborted, and takes effect {Words.Of(Effect)} later";
    }
}
