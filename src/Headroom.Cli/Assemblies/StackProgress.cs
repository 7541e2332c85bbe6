using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;

namespace Headroom.Cli.Assemblies;

/// <summary>A stack as it ended.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">E.g. <c>CREATE_COMPLETE</c>.</param>
/// <param name="Outputs">Its outputs.</param>
/// <param name="InertTypes">Resource types that the embedded cloud only keeps as records; empty on AWS.</param>
internal sealed record DeployedStack(string Name, string Status, IReadOnlyDictionary<string, string> Outputs, IReadOnlyList<string> InertTypes)
{
    /// <summary>What to say of <see cref="InertTypes"/>, or null where there are none.</summary>
    internal string? InertLine => InertTypes.Count > 0 ? $"Kept as records only, without effect here: {string.Join(", ", InertTypes)}" : null;
}

/// <summary>Follows one stack's events until it settles.</summary>
internal sealed class StackProgress(IAws aws, string stack, Action<string> progress)
{
    private readonly HashSet<string> _seen = [];
    private readonly SortedSet<string> _inert = new(StringComparer.Ordinal);

    /// <summary>The stack's status, or null where there is none (or a deleted one).</summary>
    internal async Task<string?> StatusAsync(CancellationToken cancellation)
    {
        try
        {
            return (string?)(await DescribeAsync(cancellation))["StackStatus"];
        }
        catch (AwsRefusal refusal) when (refusal.Code == "ValidationError" && refusal.Reason.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }

    internal async Task SkipOldEventsAsync(CancellationToken cancellation)
    {
        if (await StatusAsync(cancellation) is not null)
        {
            _seen.UnionWith((await EventsAsync(cancellation)).Select(e => (string)e["EventId"]!));
        }
    }

    internal async Task<DeployedStack> UntilSettledAsync(CancellationToken cancellation)
    {
        var reasons = new List<string>();
        while (true)
        {
            var description = await DescribeAsync(cancellation);
            foreach (var happened in (await EventsAsync(cancellation)).Where(e => _seen.Add((string)e["EventId"]!)))
            {
                Show(happened, reasons);
            }

            var status = (string)description["StackStatus"]!;
            if (status is "CREATE_COMPLETE" or "UPDATE_COMPLETE")
            {
                return new(stack, status, Outputs(description), [.. _inert]);
            }

            if (!status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
            {
                throw new CommandFailure($"Stack {stack} ended in {status}: {string.Join("; ", reasons)}");
            }

            await Pause.ForAsync(Pause.PollInterval(aws), cancellation);
        }
    }

    private void Show(JsonObject happened, List<string> reasons)
    {
        var (status, type, id) = ((string)happened["ResourceStatus"]!, (string)happened["ResourceType"]!, (string)happened["LogicalResourceId"]!);
        var reason = (string?)happened["ResourceStatusReason"];
        if (reason?.Contains("inert record", StringComparison.Ordinal) == true)
        {
            _inert.Add(type);
        }

        // What was under way when another resource failed says nothing of its own.
        if (status.EndsWith("_FAILED", StringComparison.Ordinal) && reason?.EndsWith("cancelled", StringComparison.Ordinal) != true)
        {
            reasons.Add($"{id} ({type}): {reason ?? status}");
        }

        progress($"{status,-28} {type,-48} {id}");
    }

    private async Task<JsonObject> DescribeAsync(CancellationToken cancellation) =>
        (await aws.CallAsync("cloudformation", "DescribeStacks", new() { ["StackName"] = stack }, cancellation))["Stacks"]![0]!.AsObject();

    private async Task<IEnumerable<JsonObject>> EventsAsync(CancellationToken cancellation)
    {
        var events = new List<JsonObject>();
        string? token = null;
        do
        {
            var request = new JsonObject { ["StackName"] = stack };
            if (token is not null)
            {
                request["NextToken"] = token;
            }

            var page = await aws.CallAsync("cloudformation", "DescribeStackEvents", request, cancellation);
            events.AddRange((page["StackEvents"]?.AsArray() ?? []).Select(e => e!.AsObject()));
            token = (string?)page["NextToken"];
        }
        while (token is not null && !_seen.Contains((string)events[^1]["EventId"]!));
        return events.AsEnumerable().Reverse();
    }

    private static Dictionary<string, string> Outputs(JsonObject description) =>
        (description["Outputs"]?.AsArray() ?? []).ToDictionary(output => (string)output!["OutputKey"]!, output => (string)output!["OutputValue"]!);
}
