using Headroom.States.Json;
using Headroom.States.Reading;

namespace Headroom.States.Tests.Language;

public sealed class PathCaseTests
{
    private const string Input =
        """
        {"store":{"book":[{"title":"A","price":8,"tags":["x"]},{"title":"B","price":12.5},{"title":"C","price":9,"isbn":"1"}],"open":true,"name":"s"},"a-b":1,"dotted.name":2,"n":null,"@type":"t","max":9}
        """;

    public static TheoryData<string, string> Cases => CaseTable.Read("path-cases.txt");

    [Theory, MemberData(nameof(Cases))]
    public void A_path_leads_here(string path, string expected)
    {
        var state = new JsonObjectBuilder().Set("Type", "Pass").Set("End", JsonValue.From(true)).Set("InputPath", path);

        if (expected.StartsWith("? ", StringComparison.Ordinal))
        {
            var refused = DefinitionReader.Read(OneState.Machine(state)).Diagnostics.ShouldHaveSingleItem();
            refused.Location.ShouldBe("/States/Choose/InputPath");
            refused.Message.ShouldContain(expected[2..]);
            return;
        }

        var ended = OneState.Run(state, Input);
        if (expected.StartsWith("! ", StringComparison.Ordinal))
        {
            ended.Error.ShouldBe("States.Runtime");
            ended.Cause.ShouldBe($"An error occurred while executing the state 'Choose' (entered at the event id #2). Invalid path '{path}' : {expected[2..]}");
        }
        else
        {
            ended.Output.ShouldBe(JsonValue.Parse(expected));
        }
    }
}
