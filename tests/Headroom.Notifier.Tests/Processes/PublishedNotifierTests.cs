using System.Text;
using System.Text.RegularExpressions;

namespace Headroom.Notifier.Tests.Processes;

/// <summary>The native binary, as it is deployed.</summary>
public sealed partial class PublishedNotifierTests(PublishedNotifier published) : NotifierProcessTests, IClassFixture<PublishedNotifier>
{
    // Amazon Linux 2023, the system of provided.al2023: https://docs.aws.amazon.com/linux/al2023/ug/compare-with-al2.html
    private static readonly Version Newest = new(2, 34);

    [Fact]
    public async Task It_needs_no_newer_C_library_than_the_one_of_Amazon_Linux_2023()
    {
        var binary = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(await BuildAsync()));

        var needed = GlibcVersion().Matches(binary).Select(match => Version.Parse(match.Groups["version"].Value)).Distinct().ToList();

        needed.ShouldNotBeEmpty();
        needed.ShouldAllBe(version => version <= Newest);
    }

    [Fact]
    public async Task It_is_one_file_that_Lambda_can_start() =>
        Directory.GetFileSystemEntries(Path.GetDirectoryName(await BuildAsync())!).Select(Path.GetFileName).ShouldBe(["bootstrap"]);

    private protected override Task<string> BuildAsync() => published.PathAsync();

    [GeneratedRegex(@"\0GLIBC_(?<version>\d+\.\d+)(\.\d+)?\0", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex GlibcVersion();
}
