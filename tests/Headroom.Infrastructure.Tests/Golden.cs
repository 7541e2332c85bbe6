namespace Headroom.Infrastructure.Tests;

/// <summary>Texts that are checked in and compared. To review and accept a change: <c>tools/accept-goldens</c>, then <c>git diff</c>.</summary>
internal static class Golden
{
    internal static void Compare(string fresh, params string[] path)
    {
        var golden = Repository.In(path);
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, fresh);
        }

        File.Exists(golden).ShouldBeTrue($"{string.Join('/', path)} is not there. Run tools/accept-goldens.");
        fresh.ShouldBe(File.ReadAllText(golden), $"{string.Join('/', path)} has changed. Run tools/accept-goldens and review the difference.");
    }
}
