namespace Headroom.Cloud.Tests;

/// <summary>Programs that some tests need: without one the test is skipped and says so; where CI is set, it fails.</summary>
internal static class Tools
{
    internal static void Need(string program)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        if (!found && Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail($"{program} is not here: .ci/run installs what the tests need.");
        }

        Assert.SkipUnless(found, $"{program} is not on this machine.");
    }
}
