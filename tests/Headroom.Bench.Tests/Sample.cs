namespace Headroom.Bench.Tests;

/// <summary>The sample beside the checkout, and the Python that its functions need.</summary>
internal static class Sample
{
    /// <summary>Skips the test where it is absent; under CI its absence is a failure.</summary>
    internal static void Demand()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            (SharedFolder.HasSample && HasPython()).ShouldBeTrue("the sample or python3 is missing");
        }

        Assert.SkipUnless(SharedFolder.HasSample, $"There is no {SharedFolder.SampleAssembly}.");
        Assert.SkipUnless(HasPython(), "There is no python3 on the PATH.");
    }

    private static bool HasPython() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "python3")));
}
