using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Bench.Staging;
using Headroom.Cloud.Identity;
using Headroom.Wire.Json;

namespace Headroom.Bench.Costs;

/// <summary>Counts what a stack uses from now on: its calls as they are made, its transitions from the histories of its executions.</summary>
internal sealed class Meter
{
    // What Lambda and CloudWatch do by themselves in a role's name.
    private static readonly ImmutableHashSet<string> NotCalls = ["logs", "lambda", "cloudwatch"];

    private readonly DeployedStack _stack;
    private readonly DateTimeOffset _from;
    private readonly int _invocationsBefore;
    private readonly List<CallMade> _calls = [];

    internal Meter(DeployedStack stack)
    {
        (_stack, _from, _invocationsBefore) = (stack, stack.Cloud.Now, stack.Cloud.Functions.Ended.Count);
        stack.Cloud.Hear = _calls.Add;
    }

    internal Usage Read()
    {
        _stack.Cloud.Hear = _ => { };
        var own = _calls.Where(made => made.Call.Principal is Principal.AssumedRole && !NotCalls.Contains(made.Call.Service)).ToList();
        var writes = own.Where(made => made.Call.Operation is "UpdateItem" or "PutItem" or "DeleteItem");
        var reads = own.Where(made => made.Call.Operation is "GetItem" or "Scan" or "Query");
        var invocations = _stack.Cloud.Functions.Ended.Skip(_invocationsBefore).ToList();
        return new(
            _stack.Executions().Where(StartedSince).Sum(Transitions),
            own.GroupBy(made => made.Call.Service).ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
            writes.Sum(made => made.Units ?? 0),
            reads.Sum(made => made.Units ?? 0),
            own.Where(made => made.Call.Operation == "PutEvents").Sum(made => made.Call.Request["Entries"]!.AsArray().Count),
            _calls.Count(made => made.Call.Operation == "Publish"),
            invocations.Count,
            invocations.Sum(invocation => invocation.MemoryMegabytes / 1024.0 * invocation.Billed.TotalSeconds));
    }

    private bool StartedSince(JsonObject execution) => Instants.Parse((string)execution["startDate"]!) >= _from;

    private int Transitions(JsonObject execution)
    {
        var types = _stack.History((string)execution["executionArn"]!).Select(entry => (string)entry!["type"]!).ToList();
        var entered = types.Count(type => type.EndsWith("StateEntered", StringComparison.Ordinal));
        var retries = types.Count(type => type is "TaskScheduled" or "LambdaFunctionScheduled") - types.Count(type => type == "TaskStateEntered");
        return entered + retries + 1;
    }
}
