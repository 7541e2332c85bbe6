using System.Diagnostics;

namespace Headroom.Cloud.Tests;

/// <summary>Programs that some tests need: without one the test is skipped and says so; where CI is set, it fails.</summary>
internal static class Tools
{
    internal static void Need(string program)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
        Need(found, program);
    }

    internal static async Task NeedPythonModuleAsync(string module)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", $"import {module}"]) { UseShellExecute = false, RedirectStandardError = true })!;
        await python.WaitForExitAsync();
        Need(python.ExitCode == 0, $"Python's {module}");
    }

    private static void Need(bool found, string what)
    {
        if (!found && Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail($"{what} is not here: .ci/run installs what the tests need.");
        }

        Assert.SkipUnless(found, $"{what} is not on this machine.");
    }
}
