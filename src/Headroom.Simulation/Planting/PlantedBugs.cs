using System.Text.Json.Nodes;

namespace Headroom.Simulation.Planting;

/// <summary>The faults that the search is held against: each drops or twists one thing that the protocol does for a reason.</summary>
public static class PlantedBugs
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlantedBug> All { get; } =
    [
        .. Pausing.All,
        .. Claiming.All,
        .. Releasing.All,
        .. Recovering.All,
        .. Guarding.All,
        .. Replacing.All,
        .. Removing.All,
    ];

    /// <summary>A state by its name.</summary>
    internal static JsonObject State(this JsonObject machine, string name) => machine["States"]![name]!.AsObject();

    /// <summary>A task's parameters by its state's name.</summary>
    internal static JsonObject Parameters(this JsonObject machine, string name) => machine.State(name)["Parameters"]!.AsObject();

    /// <summary>Replaces a text that must be there.</summary>
    internal static JsonObject Replace(this JsonObject machine, string state, string parameter, string old, string text)
    {
        var parameters = machine.Parameters(state);
        var before = (string)parameters[parameter]!;
        parameters[parameter] = before.Contains(old, StringComparison.Ordinal)
            ? before.Replace(old, text, StringComparison.Ordinal)
            : throw new InvalidOperationException($"{state} has no {old} in its {parameter} any more.");
        machine.DropUnusedValues(state);
        return machine;
    }

    /// <summary>Leads a state elsewhere.</summary>
    internal static JsonObject Lead(this JsonObject machine, string state, string next)
    {
        machine.State(state)["Next"] = next;
        return machine;
    }

    /// <summary>Lets a task be repeated after an error that its first retrier is there to except.</summary>
    internal static JsonObject RetryAlsoOn(this JsonObject machine, string error, string state)
    {
        var excepted = machine.State(state)["Retry"]![0]!["ErrorEquals"]!.AsArray();
        return excepted.RemoveAll(name => (string?)name == error) == 1 ? machine : throw new InvalidOperationException($"{state} excepts {error} from its retries no more.");
    }

    /// <summary>Takes the catcher of all other errors away.</summary>
    internal static JsonObject DropLastCatcher(this JsonObject machine, string state)
    {
        var catchers = machine.State(state)["Catch"]!.AsArray();
        if ((string?)catchers[^1]!["ErrorEquals"]![0] != "States.ALL")
        {
            throw new InvalidOperationException($"{state} does not catch every error any more.");
        }

        catchers.RemoveAt(catchers.Count - 1);
        return machine;
    }

    /// <summary>Takes a condition with its names and values away.</summary>
    internal static JsonObject DropCondition(this JsonObject machine, string state)
    {
        machine.Parameters(state).Remove("ConditionExpression");
        machine.DropUnusedValues(state);
        return machine;
    }

    /// <summary>A rule of a Choice, which must lead to this state.</summary>
    internal static JsonObject Rule(this JsonObject choice, int index, string next) =>
        choice["Choices"]![index]!.AsObject() is { } rule && (string)rule["Next"]! == next
            ? rule
            : throw new InvalidOperationException($"Rule {index} does not lead to {next} any more.");

    /// <summary>Makes a rule of a Choice never hold; its target stays reachable, as a definition demands.</summary>
    internal static JsonObject Never(this JsonObject choice, int index, string next)
    {
        var rule = choice.Rule(index, next).DeepClone().AsObject();
        rule.Remove("Next");
        var never = new JsonObject { ["Not"] = new JsonObject { ["Variable"] = "$$.Execution.Id", ["IsPresent"] = true } };
        choice["Choices"]![index] = new JsonObject { ["And"] = new JsonArray(rule, never), ["Next"] = next };
        return choice;
    }

    /// <summary><see cref="Never(JsonObject, int, string)"/> of the machine's state of this name.</summary>
    internal static JsonObject Never(this JsonObject machine, string state, int index, string next)
    {
        machine.State(state).Never(index, next);
        return machine;
    }

    // DynamoDB refuses names and values that no expression uses.
    private static void DropUnusedValues(this JsonObject machine, string state)
    {
        var parameters = machine.Parameters(state);
        var used = $"{parameters["UpdateExpression"]} {parameters["ConditionExpression"]} ";
        foreach (var member in new[] { "ExpressionAttributeNames", "ExpressionAttributeValues" })
        {
            if (parameters[member] is not JsonObject names)
            {
                continue;
            }

            foreach (var name in names.Select(pair => pair.Key).Where(name => !IsUsed(used, name)).ToList())
            {
                names.Remove(name);
            }

            if (names.Count == 0)
            {
                parameters.Remove(member);
            }
        }
    }

    private static bool IsUsed(string expressions, string name)
    {
        for (var at = expressions.IndexOf(name, StringComparison.Ordinal); at >= 0; at = expressions.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!char.IsLetterOrDigit(expressions[at + name.Length]))
            {
                return true;
            }
        }

        return false;
    }
}
