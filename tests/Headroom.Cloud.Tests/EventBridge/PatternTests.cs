using System.Text.Json.Nodes;
using Headroom.Cloud.Services.EventBridge.Patterns;

namespace Headroom.Cloud.Tests.EventBridge;

public sealed class PatternTests
{
    public static IEnumerable<TheoryDataRow<string, string, string>> Cases() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "EventBridge", "patterns.txt"))
        where line.Length > 0 && !line.StartsWith('#')
        let columns = line.Split(" | ")
        select new TheoryDataRow<string, string, string>(columns[0], columns[1], columns[2]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_pattern_matches_what_the_table_says(string pattern, string subject, string expected) =>
        Verdict(pattern, JsonNode.Parse(subject)!.AsObject()).ShouldBe(expected);

    private static string Verdict(string pattern, JsonObject subject)
    {
        try
        {
            return PatternParser.Parse(pattern).Matches(subject) ? "true" : "false";
        }
        catch (PatternException fault)
        {
            return fault.Message;
        }
    }
}
