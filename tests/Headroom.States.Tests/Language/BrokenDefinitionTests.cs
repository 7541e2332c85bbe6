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
        diagnostic.Location.ShouldContain("line: 2");
    }

    [Fact]
    public void Every_mistake_of_a_definition_is_told_at_once() =>
        DefinitionReader.Read("""{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":"x","Next":"B"},"C":{"Type":"Nope"}},"Extra":1}""")
            .Diagnostics.Select(d => d.Location).ShouldBe(["/States/A/Seconds", "/States/C/Type", "/Extra"], ignoreOrder: true);
}
