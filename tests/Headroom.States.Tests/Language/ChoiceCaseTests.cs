using Headroom.States.Json;

namespace Headroom.States.Tests.Language;

public sealed class ChoiceCaseTests
{
    private const string Input =
        """
        {"s":"lock-1","n":5,"f":5.0,"t":true,"z":null,"at":"2026-11-24T10:00:00Z","plus":"2026-11-24T11:00:00+01:00","other":"lock-2"}
        """;

    public static TheoryData<string, string> Cases => CaseTable.Read("choice-cases.txt");

    [Theory, MemberData(nameof(Cases))]
    public void A_rule_holds_or_not(string rule, string expected)
    {
        var choice = ((JsonObject)JsonValue.Parse(rule)).With("Next", JsonValue.From("Yes"));

        var ended = OneState.Run(
            new JsonObjectBuilder().Set("Type", "Choice").Set("Choices", new JsonArray([choice])).Set("Default", "No"),
            Input,
            ("Yes", """{"Type":"Pass","Result":true,"End":true}"""),
            ("No", """{"Type":"Pass","Result":false,"End":true}"""));

        if (expected.StartsWith("! ", StringComparison.Ordinal))
        {
            ended.Error.ShouldBe("States.Runtime");
            ended.Cause.ShouldBe($"An error occurred while executing the state 'Choose' (entered at the event id #2). {expected[2..]}");
        }
        else
        {
            ended.Output.ShouldBe(JsonValue.Parse(expected));
        }
    }
}
