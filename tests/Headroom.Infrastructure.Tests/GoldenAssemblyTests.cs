namespace Headroom.Infrastructure.Tests;

/// <summary>
/// The cloud assembly under <c>src/Headroom.Infrastructure/assembly</c> is deployed without Node. To review and accept a change:
/// <c>tools/accept-goldens</c>, then <c>git diff</c>.
/// </summary>
public sealed class GoldenAssemblyTests
{
    private static readonly string[] Files = ["infra.template.json", "infra.assets.json", "manifest.json"];

    [Fact]
    public void The_checked_in_cloud_assembly_is_what_is_synthesized_today()
    {
        Node.Require();
        var fresh = Directory.CreateTempSubdirectory("headroom-assembly-");
        try
        {
            Synthesis.OfInfra(fresh.FullName);
            foreach (var file in Files)
            {
                Compare(Path.Combine(fresh.FullName, file), Path.Combine(Repository.GoldenAssembly, file));
            }
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    private static void Compare(string fresh, string golden)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Repository.GoldenAssembly);
            File.Copy(fresh, golden, overwrite: true);
        }

        File.Exists(golden).ShouldBeTrue($"{golden} is not there. Run tools/accept-goldens.");
        File.ReadAllText(fresh).ShouldBe(File.ReadAllText(golden), $"{Path.GetFileName(golden)} has changed. Run tools/accept-goldens and review the difference.");
    }
}
