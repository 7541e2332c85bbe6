using Headroom.States.Json;

namespace Headroom.States.Tests.Behaviour;

public sealed class VariableTests
{
    [Fact]
    public void What_is_assigned_inside_a_map_is_not_seen_outside()
    {
        var running = new Running(
            """
            {"StartAt":"Set","States":{
              "Set":{"Type":"Pass","Assign":{"x":1},"Next":"Each"},
              "Each":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"StartAt":"Inner","States":{
                "Inner":{"Type":"Pass","Assign":{"x.$":"States.MathAdd($x, $)"},"Next":"Show"},
                "Show":{"Type":"Pass","Parameters":{"x.$":"$x"},"End":true}}},"ResultPath":"$.seen","Next":"After"},
              "After":{"Type":"Pass","Parameters":{"seen.$":"$.seen[*].x","x.$":"$x"},"End":true}}}
            """,
            """{"items":[10,20]}""");

        running.State.Output.ShouldBe(JsonValue.Parse("""{"seen":[11,21],"x":1}"""));
    }

    [Fact]
    public void The_assign_of_a_choice_belongs_to_its_default()
    {
        const string definition =
            """
            {"StartAt":"Set","States":{
              "Set":{"Type":"Pass","Assign":{"x":"set"},"Next":"Choose"},
              "Choose":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":1,"Next":"Show"}],"Default":"Show","Assign":{"x":"default"}},
              "Show":{"Type":"Pass","Parameters":{"x.$":"$x"},"End":true}}}
            """;

        new Running(definition, """{"n":1}""").State.Output.ShouldBe(JsonValue.Parse("""{"x":"set"}"""));
        new Running(definition, """{"n":2}""").State.Output.ShouldBe(JsonValue.Parse("""{"x":"default"}"""));
    }

    [Fact]
    public void Two_variables_assigned_at_once_see_one_another_as_they_were()
    {
        var running = new Running(
            """
            {"StartAt":"Set","States":{
              "Set":{"Type":"Pass","Assign":{"a":1,"b":2},"Next":"Swap"},
              "Swap":{"Type":"Pass","Assign":{"a.$":"$b","b.$":"$a"},"Next":"Show"},
              "Show":{"Type":"Pass","Parameters":{"a.$":"$a","b.$":"$b"},"End":true}}}
            """);

        running.State.Output.ShouldBe(JsonValue.Parse("""{"a":2,"b":1}"""));
    }
}
