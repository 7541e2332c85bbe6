using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Identity.Policies;

/// <summary>Why a text is no policy that the cloud can enforce.</summary>
internal sealed class PolicySyntaxException(string message) : FormatException(message);

/// <summary>Reads a policy document. What it cannot decide it refuses: a policy that is stored is a policy that is enforced.</summary>
internal static class PolicySyntax
{
    /// <summary>The document, or (null, problem) in IAM's words where it has some.</summary>
    internal static (PolicyDocument? Document, string? Problem) Read(string text)
    {
        try
        {
            return (Document(WireJson.Parse(text)), null);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return (null, "Syntax errors in policy.");
        }
        catch (PolicySyntaxException problem)
        {
            return (null, problem.Message);
        }
    }

    private static PolicyDocument Document(JsonNode? node)
    {
        var policy = node as JsonObject ?? throw new PolicySyntaxException("Syntax errors in policy.");
        Check(policy, "policy", ["Version", "Id", "Statement"]);
        if (policy["Version"] is { } version && PolicyValues.Text(version, "Version") is not ("2012-10-17" or "2008-10-17"))
        {
            throw new PolicySyntaxException("The policy must contain a valid version string.");
        }

        IReadOnlyList<JsonNode?> statements = policy["Statement"] switch
        {
            JsonArray many => [.. many],
            JsonObject one => [one],
            _ => throw new PolicySyntaxException("Syntax errors in policy."),
        };
        return new(statements.Select(Statement).ToList());
    }

    private static Statement Statement(JsonNode? node)
    {
        var statement = node as JsonObject ?? throw new PolicySyntaxException("Syntax errors in policy.");
        Check(statement, "statement", ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition"]);
        return new(
            PolicyValues.Text(statement["Effect"], "Effect") switch
            {
                "Allow" => true,
                "Deny" => false,
                var other => throw new PolicySyntaxException($"Statement/policy already has instance of Effect {other}: it must be Allow or Deny."),
            },
            Patterns(statement, "Action") ?? throw new PolicySyntaxException("Policy statement must contain actions."),
            Patterns(statement, "Resource"),
            PrincipalSyntax.Read(statement),
            Conditions(statement["Condition"]));
    }

    private static Patterns? Patterns(JsonObject statement, string element) => (statement[element], statement["Not" + element]) switch
    {
        (null, null) => null,
        ({ } given, null) => new(PolicyValues.Texts(given, element), Negated: false),
        (null, { } given) => new(PolicyValues.Texts(given, "Not" + element), Negated: true),
        _ => throw new PolicySyntaxException($"A statement has {element} or Not{element}, not both."),
    };

    private static List<ConditionTest> Conditions(JsonNode? node) => node switch
    {
        null => [],
        JsonObject operators => operators.SelectMany(entry => Tests(entry.Key, entry.Value)).ToList(),
        _ => throw new PolicySyntaxException("Syntax errors in policy."),
    };

    private static IEnumerable<ConditionTest> Tests(string name, JsonNode? keys)
    {
        var known = ConditionOperators.Find(name)
            ?? throw new PolicySyntaxException($"Invalid Condition type : {name}. The embedded cloud cannot decide it.");
        return keys is JsonObject tests
            ? tests.Select(test => new ConditionTest(known, test.Key, PolicyValues.Texts(test.Value, test.Key)))
            : throw new PolicySyntaxException("Syntax errors in policy.");
    }

    private static void Check(JsonObject given, string what, IReadOnlyList<string> known)
    {
        if (given.Select(member => member.Key).FirstOrDefault(key => !known.Contains(key)) is { } unknown)
        {
            throw new PolicySyntaxException($"Syntax errors in policy: a {what} has no element {unknown}.");
        }
    }
}
