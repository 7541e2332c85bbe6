using Headroom.States.Json;

namespace Headroom.States.Tests.Language;

public sealed class IntrinsicCaseTests
{
    private const string Input = """{"a":1,"b":2.5,"s":"text","list":[1,2,2,"x"],"o":{"k":"v"},"empty":""}""";

    public static TheoryData<string, string> Cases => CaseTable.Read("intrinsic-cases.txt");

    [Theory, MemberData(nameof(Cases))]
    public void A_function_has_this_value(string call, string expected)
    {
        var ended = OneState.Run(new JsonObjectBuilder().Set("Type", "Pass").Set("End", JsonValue.From(true))
            .Set("Parameters", new JsonObjectBuilder().Set("value.$", call).Build()), Input);

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
}
