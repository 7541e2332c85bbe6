namespace Headroom.Bench.Tests;

/// <summary>Checked-in pages that the bench writes. With <c>ACCEPT_GOLDENS=1</c> (<c>tools/accept-goldens</c>) they are written anew.</summary>
internal static class Golden
{
    /// <summary>A table of a page: from the line that is the table's first to the next blank one.</summary>
    internal static void ShouldHaveTable(string file, string table)
    {
        var page = Read(file);
        var from = page.IndexOf(table[..table.IndexOf('\n', StringComparison.Ordinal)], StringComparison.Ordinal);
        from.ShouldBeGreaterThanOrEqualTo(0, $"{file} has no such table");
        var to = page.IndexOf("\n\n", from, StringComparison.Ordinal) + 1;
        ShouldBe(file, page[..from] + table + page[to..]);
    }

    /// <summary>A page as a whole.</summary>
    internal static void ShouldBe(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            File.WriteAllText(PathOf(file), text);
        }

        Read(file).ShouldBe(text, $"{file} is not what the bench writes today; tools/accept-goldens writes it");
    }

    private static string Read(string file) => File.ReadAllText(PathOf(file));

    private static string PathOf(string file) => Path.Combine(SharedFolder.Root(), file);
}
