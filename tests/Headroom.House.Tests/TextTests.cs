using System.Text.RegularExpressions;

namespace Headroom.House.Tests;

/// <summary>What the text of the repository may not say.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Folders = ["src", "tests", "tools", "bench", "docs", ".ci"];

    [Fact]
    public void A_suppression_carries_its_reason() =>
        Find(Repository.Sources("src", "tests", "tools", "bench"), line => Suppression().IsMatch(line) && !line.Contains("//", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_for_later() =>
        Find(Repository.Sources("src", "tools", "bench"), line => Later().IsMatch(line)).ShouldBeEmpty();

    [Fact]
    public void No_exception_is_swallowed() =>
        Repository.Sources("src", "tools", "bench").Where(file => EmptyCatch().IsMatch(Repository.Read(file))).ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_path_of_one_machine_or_a_package_host() =>
        Find(Repository.Files(Folders).Where(IsText), line => OneMachine().IsMatch(line)).ShouldBeEmpty();

    [Fact]
    public void Test_names_are_sentences() =>
        Find(Repository.Sources("tests"), line => TestMethod().Match(line) is { Success: true } test && !test.Groups[1].Value.Contains('_'))
            .Where(found => IsAfterFact(found))
            .ShouldBeEmpty();

    private static IEnumerable<string> Find(IEnumerable<string> files, Func<string, bool> wrong) =>
        from file in files
        from line in Repository.Lines(file).Select((text, index) => (text, number: index + 1))
        where wrong(line.text)
        select $"{file}:{line.number}: {line.text.Trim()}";

    private static bool IsAfterFact(string found)
    {
        var (file, number) = (found.Split(':')[0], int.Parse(found.Split(':')[1]));
        return Repository.Lines(file)[..(number - 1)].Reverse().TakeWhile(line => line.Trim().StartsWith('[')).Any(line => Fact().IsMatch(line));
    }

    private static bool IsText(string file) => !file.EndsWith("packages.lock.json", StringComparison.Ordinal)
        && !file.EndsWith("package-lock.json", StringComparison.Ordinal)
        && !file.EndsWith("TextTests.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(#pragma warning disable|\[(assembly: )?SuppressMessage)")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"\bcatch\s*(\([^)]*\)\s*)?(when\s*\([^{]*\)\s*)?\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"(^|[^.a-zA-Z0-9])/(work|root|home|Users)/|api\.nuge[t]|np[m]js|regist[r]y\.")]
    private static partial Regex OneMachine();

    [GeneratedRegex(@"public (?:async )?(?:void|Task|ValueTask) (\w+)\(")]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"\[(Fact|Theory)")]
    private static partial Regex Fact();
}
