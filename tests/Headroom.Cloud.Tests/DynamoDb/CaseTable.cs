namespace Headroom.Cloud.Tests.DynamoDb;

/// <summary>A table of cases in a text file beside the tests: one a line, columns between bars, <c>#</c> for a comment.</summary>
internal static class CaseTable
{
    public static IEnumerable<TheoryDataRow<string, string, string, string>> Read(string file) =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "DynamoDb", file))
        where line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)
        let columns = line.Split(" | ", StringSplitOptions.TrimEntries)
        select new TheoryDataRow<string, string, string, string>(columns[0], columns[1], columns[2], columns[3]);
}
