namespace Headroom.Infrastructure.Tests;

/// <summary>Where the repository's own files are.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    internal static string StateMachineFile { get; } = In("src", "Headroom.Infrastructure", "capacity-hold.asl.json");

    internal static string GoldenAssembly { get; } = In("src", "Headroom.Infrastructure", "assembly");

    internal static string In(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? directory) =>
        directory is null ? throw new DirectoryNotFoundException("Headroom.slnx is in no directory above the tests.")
        : File.Exists(Path.Combine(directory.FullName, "Headroom.slnx")) ? directory.FullName
        : Find(directory.Parent);
}
