using System.Text.RegularExpressions;

namespace Headroom.House.Tests;

/// <summary>Small rooms with names that say something.</summary>
public sealed partial class RoomTests
{
    private const int Ceiling = 400;
    private static readonly string[] Nameless = ["Helper", "Helpers", "Util", "Utils", "Common", "Manager", "Managers", "Misc"];

    [Fact]
    public void No_file_is_longer_than_the_ceiling() =>
        Repository.Sources("src", "tests", "tools", "bench")
            .Where(file => Repository.Lines(file).Length > Ceiling)
            .ShouldBeEmpty();

    [Fact]
    public void No_folder_or_file_has_a_name_that_says_nothing() =>
        Repository.Files("src", "tests", "tools", "bench")
            .Where(file => file.Split('/').Any(part => Words().Matches(Path.GetFileNameWithoutExtension(part)).Any(word => Nameless.Contains(word.Value))))
            .ShouldBeEmpty();

    [Fact]
    public void Every_service_room_says_what_is_faithful_and_what_is_simplified()
    {
        var rooms = Directory.GetDirectories(Path.Combine(Repository.Root, "src/Headroom.Cloud/Services"));
        rooms.Where(room => !File.Exists(Path.Combine(room, "README.md"))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [Fact]
    public void The_pure_projects_ask_for_no_exception_from_the_banned_apis()
    {
        string[] pure = ["src/Headroom.States", "src/Headroom.Notifications", "src/Headroom.Schedules", "src/Headroom.Traffic"];
        Repository.Sources(pure).Where(file => Repository.Read(file).Contains("RS0030", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Words();
}
