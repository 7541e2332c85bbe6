namespace Headroom.States.Tests.Recorded;

/// <summary>The folder beside the repository that holds what was recorded on AWS; tests that need it are skipped where it is absent.</summary>
internal static class SharedFolder
{
    public static string? Cases { get; } = Find("asl-cases/cases");

    /// <summary>The folder of the recorded cases. Skips the test where there is none, or fails it on CI.</summary>
    public static string RequireCases()
    {
        if (Cases is null)
        {
            const string absent = "../shared/asl-cases is not here: the recorded cases are not played";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(absent);
            }

            Assert.Skip(absent);
        }

        return Cases;
    }

    private static string? Find(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Headroom.slnx")))
            {
                var folder = Path.Combine(at.Parent!.FullName, "shared", path);
                return Directory.Exists(folder) ? folder : null;
            }
        }

        return null;
    }
}
