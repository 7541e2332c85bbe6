using System.Text.Json.Nodes;

namespace Headroom.Bench.Comparison;

/// <summary>What a run shows, held against what the scenario promises.</summary>
internal static class Findings
{
    /// <summary>So long a pause, a scale-up and a release may take, and a recovery: the sweep comes every 5 minutes.</summary>
    private static readonly TimeSpan Reaction = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(6);

    internal static IEnumerable<Finding> Of(Run run, Scenario scenario) => (scenario.HeldUntil, run.IsTargetThere(scenario)) switch
    {
        (_, false) => Left(run),
        (null, _) => [Untouched(run), .. Refusals(run)],
        ({ } until, _) => [Beginning(run, scenario), .. End(run, until), .. Capacity(run, scenario, until), .. Afterwards(run, scenario)],
    };

    private static IEnumerable<Finding> Left(Run run)
    {
        yield return new(run.Left == 0 ? "no record of the hold is left" : $"{run.Left} record of a hold is left", run.Left == 0);
        foreach (var execution in run.Executions)
        {
            var outcome = (string?)execution["output"] is { } output ? (string?)JsonNode.Parse(output)?["outcome"] : null;
            yield return new($"its execution ends {(string)execution["status"]!}{(outcome is null ? "" : $", `{outcome}`")}", (string?)execution["status"] == "SUCCEEDED");
        }
    }

    private static Finding Untouched(Run run)
    {
        var paused = run.Looks.Where(look => look.ScaleIn).ToList();
        return paused.Count == 0 && run.Looks.All(look => look.Desired == run.Before.Desired)
            ? new("nothing is touched", true)
            : new($"scale-in is paused and {Tasks(run.Looks.Max(look => look.Desired))} run for {Time.Of(paused[^1].At - paused[0].At)}, from {Time.Of(paused[0].At)} after the notification", false);
    }

    private static IEnumerable<Finding> Refusals(Run run) =>
        run.DeadLetters.Select(letter => new Finding($"dead letter: “{(string?)letter["MessageAttributes"]?["Reason"]?["StringValue"]}”", true));

    private static Finding Beginning(Run run, Scenario scenario)
    {
        var held = run.Looks.FirstOrDefault(look => look.ScaleIn && look.Desired >= scenario.Promised);
        return held is null
            ? new($"never held: at most {Tasks(run.Looks.Max(look => look.Desired))}{(run.Looks.Any(look => look.ScaleIn) ? "" : ", scale-in never paused")}", false)
            : new($"held within {Time.Of(held.At)}", held.At <= Reaction);
    }

    private static IEnumerable<Finding> End(Run run, TimeSpan until)
    {
        var paused = run.Looks.Select((look, index) => (look, index)).FirstOrDefault(one => one.look.ScaleIn).index;
        if (run.Before.ScaleIn || !run.Looks.Any(look => look.ScaleIn))
        {
            yield break;
        }

        if (run.Looks.Skip(paused).FirstOrDefault(look => !look.ScaleIn) is not { } resumed)
        {
            yield return new($"scale-in is still paused {Time.Of(run.Looks[^1].At - until)} after the end", false);
            yield break;
        }

        yield return resumed.At < until
            ? new($"scale-in is resumed {Time.Of(until - resumed.At)} before the end", false)
            : new($"scale-in is resumed {Time.Of(resumed.At - until)} after the end", resumed.At - until <= Recovery);
        var again = run.Looks.Where(look => look.At > resumed.At && look.ScaleIn).ToList();
        if (again.Count > 0)
        {
            yield return new($"paused again {Time.Of(again[0].At - until)} after the end, for {Time.Of(again[^1].At - again[0].At)}", false);
        }
    }

    private static IEnumerable<Finding> Capacity(Run run, Scenario scenario, TimeSpan until)
    {
        var promised = run.Looks.SkipWhile(look => look.Desired < scenario.Promised).TakeWhile(look => look.At <= until).ToList();
        if (promised.FirstOrDefault(look => look.Desired < scenario.Promised) is { } fewer)
        {
            yield return new($"down to {Tasks(promised.Min(look => look.Desired))}, from {Time.Of(until - fewer.At)} before the end", false);
        }
        else if (promised.Count > 0 && run.Looks.FirstOrDefault(look => look.At > until && look.Desired < scenario.Promised) is { } first)
        {
            yield return new($"the first task goes {Time.Of(first.At - until)} after it", true);
        }
    }

    private static string Tasks(int count) => count == 1 ? "1 task" : $"{count} tasks";

    private static IEnumerable<Finding> Afterwards(Run run, Scenario scenario)
    {
        var (before, after, min) = (run.Before, run.Looks[^1], scenario.MinAfterwards ?? run.Before.Min);
        if (before.ScaleIn && !after.ScaleIn)
        {
            yield return new("scale-in, suspended before, is not any more", false);
        }

        if (before.ScaleOut != after.ScaleOut)
        {
            yield return new($"scale-out is {(after.ScaleOut ? "" : "not ")}suspended afterwards", false);
        }

        if (before.Scheduled != after.Scheduled)
        {
            yield return new("scheduled scaling is suspended for ever", false);
        }

        yield return after.Min == min ? new($"MinCapacity {after.Min}", true) : new($"MinCapacity {after.Min} instead of {min}", false);
    }
}
