using Headroom.Cloud.Kernel;

namespace Headroom.Simulation.Scenarios;

/// <summary>Something that goes wrong inside the cloud.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>One call of Headroom's goes wrong.</summary>
    /// <param name="Action">Only calls of executions with this action are counted (<c>release</c>, <c>recover</c>, <c>sweep</c>; <c>ended</c> for a recovery that EventBridge starts); null counts all.</param>
    /// <param name="Operation">Only calls of this operation are counted; null counts all.</param>
    /// <param name="Number">Which of those calls, from 0.</param>
    /// <param name="Harm">How.</param>
    public sealed record OfCall(string? Action, string? Operation, int Number, Harm Harm) : Fault
    {
        /// <inheritdoc/>
        public override string ToString() => $"call {Number + 1} of {Operation ?? "any operation"}{(Action is null ? "" : $" by {Action} executions")} {Harm}";
    }

    /// <summary>Every call of an operation, or of a whole service, goes wrong for a while.</summary>
    /// <param name="Service">Only calls of this service, e.g. <c>dynamodb</c>; null for whichever has the operation.</param>
    /// <param name="Operation">Only calls of this operation; null for all.</param>
    /// <param name="From">After the run's start.</param>
    /// <param name="For">How long.</param>
    /// <param name="Harm">How.</param>
    public sealed record Outage(string? Service, string? Operation, TimeSpan From, TimeSpan For, Harm Harm) : Fault
    {
        /// <inheritdoc/>
        public override string ToString() => $"for {Words.Of(For)}, {Words.Of(From)} after the start, each {Operation ?? $"call of {Service}"} {Harm}";

        internal bool Hits(ServiceCall call, TimeSpan at) =>
            (Service ?? call.Service) == call.Service && (Operation ?? call.Operation) == call.Operation && From <= at && at < From + For;
    }

    /// <summary>The function's process fails at its <paramref name="Call"/>th call in its <paramref name="Number"/>th invocation: it ends, or says nothing more.</summary>
    public sealed record OfFunction(int Number, int Call, bool Hangs) : Fault
    {
        /// <inheritdoc/>
        public override string ToString() => $"the Notifier's process {(Hangs ? "hangs" : "ends")} at call {Call + 1} of its invocation {Number + 1}";
    }

    /// <summary>The calendar's process ends, or says nothing more, in its <paramref name="Number"/>th invocation.</summary>
    public sealed record OfCalendar(int Number, bool Hangs) : Fault
    {
        /// <inheritdoc/>
        public override string ToString() => $"the calendar's process {(Hangs ? "hangs" : "ends")} in its invocation {Number + 1}";
    }

    /// <summary>EventBridge delivers the <paramref name="Number"/>th event of a kind not once but <paramref name="Times"/> times, late by <paramref name="Late"/>.</summary>
    public sealed record OfEvent(EventKind Kind, int Number, int Times, TimeSpan Late) : Fault
    {
        /// <inheritdoc/>
        public override string ToString() => Kind switch
        {
            EventKind.Ended => $"the end of ended execution {Number + 1} is delivered {Times} times, {Words.Of(Late)} late",
            EventKind.Deployment => $"the news of deployment {Number + 1} is delivered {Times} times, {Words.Of(Late)} late",
            _ => $"sweep {Number + 1} is started {Times} times",
        };
    }
}
