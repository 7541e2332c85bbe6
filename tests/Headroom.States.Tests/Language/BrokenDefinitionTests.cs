using Headroom.States.Reading;

namespace Headroom.States.Tests.Language;

public sealed class BrokenDefinitionTests
{
    public static TheoryData<string, string> Cases => CaseTable.Read("definition-cases.txt");

    [Theory, MemberData(nameof(Cases))]
    public void A_broken_definition_is_refused_naming_the_state_and_the_field(string states, string expected)
    {
        var reading = DefinitionReader.Read($$"""{"StartAt":"A","States":{{states}}}""");

        reading.Machine.ShouldBeNull();
        var diagnostic = reading.Diagnostics.ShouldHaveSingleItem();
        $"{diagnostic.Location}: {diagnostic.Message}".ShouldBe(expected);
    }

    [Fact]
    public void A_text_that_is_no_JSON_is_refused_with_its_place()
    {
        var diagnostic = DefinitionReader.Read("{\n  \"StartAt\": }").Diagnostics.ShouldHaveSingleItem();

        diagnostic.Code.ShouldBe("INVALID_JSON_DESCRIPTION");
        diagnostic.Location!.ShouldContain("line: 2");
    }

    [Fact]
    public void Every_mistake_of_a_definition_is_told_at_once() =>
        DefinitionReader.Read("""{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":"x","Next":"B"},"C":{"Type":"Nope"}},"Extra":1}""")
            .Diagnostics.Select(d => d.Location).ShouldBe(["/States/A/Seconds", "/States/C/Type", "/"], ignoreOrder: true);

    [Theory]
    [InlineData("""{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"},"Unused":{"Type":"Pass","Next":"A"}}""", "MISSING_END_STATE: Workflow has no terminal state at null")]
    [InlineData("""{"A":{"Type":"Pass","Next":"NOPE"}}""", "MISSING_TRANSITION_TARGET: Missing 'Next' target: NOPE at /States/A/Next, MISSING_END_STATE: Workflow has no terminal state at null")]
    [InlineData("""{"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}""", "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /StartAt, MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B")]
    public void A_machine_whose_transitions_lead_nowhere_or_never_end_is_refused(string states, string expected) =>
        DefinitionReader.Read($$"""{"StartAt":"A","States":{{states}}}""").Refusal.ShouldBe($"Invalid State Machine Definition: '{expected}'");

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("@[?(", ")]")]
    public void An_expression_that_is_nested_without_end_is_refused(string open, string close)
    {
        const int depth = 50_000;
        var path = $"$[?({string.Concat(Enumerable.Repeat(open, depth))}@.a{string.Concat(Enumerable.Repeat(close, depth))})]";

        DefinitionReader.Read($$"""{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"{{path}}","End":true} } }""")
            .Diagnostics.ShouldHaveSingleItem().Message.ShouldEndWith("is nested more than 64 levels deep");
    }

    [Fact]
    public void Conditions_and_payloads_may_be_nested_as_deep_as_JSON_may_be()
    {
        var condition = string.Concat(Enumerable.Repeat("{\"Not\":", 900)) + """{"Variable":"$","IsNull":true}""" + new string('}', 900);
        var payload = new string('[', 900) + """{"x.$":"$"}""" + new string(']', 900);
        var definition =
            $$$"""
            {"StartAt":"A","States":{
              "A":{"Type":"Choice","Choices":[{"Not":{{{condition}}},"Next":"B"}],"Default":"B"},
              "B":{"Type":"Pass","Parameters":{"deep":{{{payload}}} },"End":true} } }
            """;

        DefinitionReader.Read(definition).Refusal.ShouldBeNull();
    }
}
