using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Bench.Staging;

namespace Headroom.Bench.Comparison;

/// <summary>What was seen of one stack in one scenario.</summary>
/// <param name="Before">Just before the first notification.</param>
/// <param name="Looks">Once a second, until the target was gone or the time was over.</param>
/// <param name="Executions">The executions for notifications.</param>
/// <param name="DeadLetters">What is on the dead-letter queue.</param>
/// <param name="Left">Records of holds that are left.</param>
internal sealed record Run(Look Before, ImmutableArray<Look> Looks, ImmutableArray<JsonObject> Executions, ImmutableArray<JsonObject> DeadLetters, int Left)
{
    private const ulong Seed = 1;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Plays a scenario.</summary>
    internal static Run Of(IStack kind, Scenario scenario)
    {
        using var stack = DeployedStack.Of(kind.Template(), Seed);
        scenario.Before(stack);
        var zero = stack.Cloud.Now;
        var before = Look.Of(stack, zero)!;
        var earlier = stack.Executions().Count;
        var looks = ImmutableArray.CreateBuilder<Look>();
        var coming = new Queue<Happening>(scenario.Happenings);
        while (stack.Cloud.Now - zero < scenario.Watched)
        {
            while (coming.TryPeek(out var next) && next.At <= stack.Cloud.Now - zero)
            {
                coming.Dequeue().Act(stack);
            }

            stack.Cloud.Pass(BetweenLooks);
            if (Look.Of(stack, zero) is { } look)
            {
                looks.Add(look);
            }
        }

        return new(before, looks.ToImmutable(), [.. stack.Executions().Skip(earlier).Where(IsHold)], [.. stack.DeadLetters()], stack.HoldsLeft());
    }

    /// <summary>Whether it was watched to the end: the target was there all the time.</summary>
    internal bool IsTargetThere(Scenario scenario) => Looks[^1].At >= scenario.Watched - BetweenLooks;

    private static bool IsHold(JsonObject execution) => (string?)JsonNode.Parse((string)execution["input"]!)!["action"] is null or "hold";
}
