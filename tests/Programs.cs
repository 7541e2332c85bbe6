using System.Diagnostics;

namespace Headroom.Tests;

/// <summary>Other people's programs, as processes. A user's machine may lack one: that skips a test, but fails it where <c>CI=true</c>.</summary>
internal static class Programs
{
    /// <summary>Demands programs on the PATH.</summary>
    public static void Require(params string[] names)
    {
        foreach (var name in names)
        {
            Require(IsOnPath(name), $"{name} is not on the PATH");
        }
    }

    /// <summary>Demands anything else; <paramref name="missing"/> says what is not there.</summary>
    public static void Require(bool isThere, string missing)
    {
        if (!isThere && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{missing}, and in CI every test must run");
        }

        Assert.SkipUnless(isThere, $"{missing}: skipped");
    }

    /// <summary>Runs one to its end, which must come in time; it is killed with all that it has started otherwise.</summary>
    /// <param name="start">What to run, where, and with which environment.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="input">What it reads.</param>
    public static async Task<EndedProgram> RunAsync(ProcessStartInfo start, TimeSpan patience, string input = "")
    {
        (start.UseShellExecute, start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true, true);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException tooLong)
        {
            throw new TimeoutException($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end within {patience}.", tooLong);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static bool IsOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}

/// <summary>How a program ended.</summary>
internal sealed record EndedProgram(int ExitCode, string Output, string Errors)
{
    /// <summary>What it printed; it must have ended well.</summary>
    public string Succeeded()
    {
        ExitCode.ShouldBe(0, $"{Errors}{Output}");
        return Output;
    }
}
