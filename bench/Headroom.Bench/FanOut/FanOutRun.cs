using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Bench.Staging;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Bench.FanOut;

/// <summary>One notification for many services, watched from its publication until every hold has ended.</summary>
internal sealed class FanOutRun
{
    private const ulong Seed = 1;
    private static readonly TimeSpan Watched = TimeSpan.FromHours(1);
    private readonly HashSet<string> _suspended = new(StringComparer.Ordinal);
    private readonly StartBucket _starts = new();
    private readonly TransitionBucket _transitions;
    private readonly int _services;
    private DateTimeOffset _published;

    private FanOutRun(int services)
    {
        (_services, Paused, AtMax) = (services, new(services), new(services));
        _transitions = new((tokens, waits) =>
        {
            Count("StateTransition", throttled: false, tokens);
            Count("StateTransition", throttled: true, waits ? tokens : 0);
        });
    }

    internal Milestone Paused { get; }

    internal Milestone AtMax { get; }

    /// <summary>How many of the notification's executions ended how.</summary>
    internal ImmutableSortedDictionary<string, int> Outcomes { get; private set; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Scalable targets that are still suspended in the end, and records that are left.</summary>
    internal (int Suspended, int Records) Left { get; private set; }

    internal static FanOutRun Of(int services)
    {
        var run = new FanOutRun(services);
        run.Play();
        return run;
    }

    private void Play()
    {
        var commits = new Commits();
        using var stack = DeployedStack.Of(ManyServices.Template(_services), Seed, commits);
        ManyServices.Add(stack, _services);
        _published = stack.Cloud.Now;
        commits.See = change => See(change, stack.Cloud.Now - _published);
        stack.Cloud.Harm = call => _starts.Of(call, stack.Cloud.Now);
        stack.Cloud.Hear = Count;
        stack.Cloud.Delay = _transitions.Delay;
        stack.Publish("hello!");
        stack.Cloud.Pass(Watched);
        Outcomes = stack.Executions().Where(IsNotifications).GroupBy(Outcome).ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        Left = (_suspended.Count, stack.HoldsLeft());
    }

    private void See(Change change, TimeSpan at)
    {
        switch (change.After)
        {
            case ScalableTarget { SuspendedState.DynamicScalingInSuspended: true, ResourceId: var paused }:
                _suspended.Add(paused);
                Paused.Reach(paused, at);
                break;
            case ScalableTarget { ResourceId: var resumed }:
                _suspended.Remove(resumed);
                break;
            case ServiceRecord { DesiredCount: ManyServices.MaxCapacity, Name: var service }:
                AtMax.Reach(service, at);
                break;
            default:
                break;
        }
    }

    private void Count(CallMade made)
    {
        if (made.Call.Principal is Principal.AssumedRole)
        {
            Count(made.Call.Operation, made.Refused == "ThrottlingException");
        }
    }

    private void Count(string operation, bool throttled, int times = 1)
    {
        Paused.Count(operation, throttled, times);
        AtMax.Count(operation, throttled, times);
    }

    private static bool IsNotifications(JsonObject execution) => JsonNode.Parse((string)execution["input"]!)!["notificationId"] is not null;

    private static string Outcome(JsonObject execution) => (string?)execution["output"] is { } output
        ? (string?)JsonNode.Parse(output)!["outcome"] ?? output
        : $"{(string)execution["status"]!} {(string?)execution["error"]}";

    /// <summary>Shows every change that the cloud commits.</summary>
    private sealed class Commits : IStorage
    {
        internal Action<Change> See { get; set; } = _ => { };

        public IEnumerable<KeyValuePair<string, object>> Load(string table, Type recordType) => [];

        public void Append(IReadOnlyList<Change> changes)
        {
            foreach (var change in changes)
            {
                See(change);
            }
        }
    }
}
