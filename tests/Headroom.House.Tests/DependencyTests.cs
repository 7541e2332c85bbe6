using System.Xml.Linq;

namespace Headroom.House.Tests;

/// <summary>One arrow means "may use"; nothing points back up.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Notifications"] = [],
        ["Notifier"] = ["Notifications", "Schedules"],
        ["Schedules"] = [],
        ["Infrastructure"] = [],
        ["Wire"] = [],
        ["States"] = [],
        ["Traffic"] = [],
        ["Cloud"] = ["Wire", "States", "Traffic", "Schedules"],
        ["Simulation"] = ["Cloud", "Notifications", "Notifier", "Traffic"],
        ["Rehearsal"] = [],
        ["Dashboard"] = ["Cloud"],
        ["Cli"] = ["Cloud", "Wire", "Traffic", "Rehearsal", "Simulation", "Dashboard", "Notifier", "Infrastructure", "Notifications"],
    };

    [Fact]
    public void Projects_use_only_what_the_design_lets_them_use()
    {
        var wrong =
            from file in Repository.Files("src")
            where file.EndsWith(".csproj", StringComparison.Ordinal)
            let project = Name(file)
            from reference in XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("ProjectReference")
            let used = Name(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            where !MayUse.TryGetValue(project, out var allowed) || !allowed.Contains(used)
            select $"{project} uses {used}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_in_the_architecture()
    {
        var solution = Repository.Read("Headroom.slnx");
        var architecture = Repository.Read("docs/architecture.md");
        var projects = Repository.Files("src", "tests", "tools", "bench").Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToList();

        projects.Where(project => !solution.Contains(project, StringComparison.Ordinal)).ShouldBeEmpty("not in Headroom.slnx");
        projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal))
            .Where(project => !architecture.Contains($"Headroom.{Name(project)}", StringComparison.Ordinal))
            .ShouldBeEmpty("not in docs/architecture.md");
    }

    [Fact]
    public void Every_package_has_its_reason()
    {
        var reasons = Repository.Read("docs/dependencies.md");
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value)
            .Where(package => !reasons.Contains($"`{package}`", StringComparison.Ordinal))
            .ShouldBeEmpty("not in docs/dependencies.md");
    }

    private static string Name(string csproj) => Path.GetFileNameWithoutExtension(csproj).Replace("Headroom.", "", StringComparison.Ordinal);
}
