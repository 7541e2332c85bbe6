namespace Headroom.Infrastructure.Tests;

/// <summary>The cloud assembly under <c>src/Headroom.Infrastructure/assembly</c>, which is deployed without Node.</summary>
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
                Golden.Compare(File.ReadAllText(Path.Combine(fresh.FullName, file)), "src", "Headroom.Infrastructure", "assembly", file);
            }
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }
}
