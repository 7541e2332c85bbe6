using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.States.Tests.Language;

public sealed class IntrinsicCaseTests
{
    private const string Input = """{"a":1,"b":2.5,"s":"text","list":[1,2,2,"x"],"o":{"k":"v"},"empty":""}""";

    public static TheoryData<string, string> Cases => CaseTable.Read("intrinsic-cases.txt");

    [Theory]
    [InlineData("States.Format('{}', States.Array( 1,$.no))", "The JsonPath argument for the field '$.no' could not be found in the input '{\"list\":[1],\"n\":1}'")]
    [InlineData("States.Format('{}', $.list[5])", "The JsonPath argument for the field '$.list[5]' could not be found in the input '{\"list\":[1],\"n\":1}'")]
    [InlineData("States.Format('{}', $$.No.Deep)", "The JsonPath argument for the field '$.No.Deep' could not be found in the input '{\"list\":[1],\"n\":1}'")]
    [InlineData("States.Format('{}', $.n[0])", "Filter: [0] can only be applied to arrays. Current context is: 1")]
    public void An_argument_that_is_not_there_fails_the_state_naming_the_whole_expression(string call, string expected)
    {
        var ended = Evaluate(call, """{"list":[1],"n":1}""");

        ended.Error.ShouldBe("States.Runtime");
        ended.Cause.ShouldBe($"An error occurred while executing the state 'Choose' (entered at the event id #2). The function '{call}' had the following error: {expected}");
    }

    [Fact]
    public void An_item_past_the_end_of_an_array_is_null_in_a_payload_and_nowhere_else()
    {
        Evaluate("$.list[5]", """{"list":[1]}""").Output!.ToString().ShouldBe("""{"value":null}""");
        Evaluate("$.list[5].x", """{"list":[1]}""").Error.ShouldBe("States.Runtime");
    }

    [Fact]
    public void A_path_into_the_context_object_that_leads_nowhere_shows_the_context_object() =>
        Evaluate("$$.No", "{}").Cause!.ShouldContain("""specified for the field 'value.$' could not be found in the input '{"Execution":{"Id":""");

    [Theory, MemberData(nameof(Cases))]
    public void A_function_has_this_value(string call, string expected)
    {
        var ended = Evaluate(call, Input);

        if (expected.StartsWith("! ", StringComparison.Ordinal))
        {
            ended.Error.ShouldBe("States.IntrinsicFailure");
            ended.Cause.ShouldBe($"An error occurred while executing the state 'Choose' (entered at the event id #2). The function '{call}' had the following error: {expected[2..]}");
        }
        else
        {
            ended.Output.ShouldBe(new JsonObjectBuilder().Set("value", JsonValue.Parse(expected)).Build());
        }
    }

    private static ExecutionState Evaluate(string expression, string input) => OneState.Run(
        new JsonObjectBuilder().Set("Type", "Pass").Set("End", JsonValue.From(true)).Set("Parameters", new JsonObjectBuilder().Set("value.$", expression).Build()),
        input);
}
