using System.Runtime.CompilerServices;

namespace Headroom.House.Tests;

/// <summary>The checkout that these tests were built from, as text.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", "cdk.out", "out", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths of the C# files below a folder, relative to the root, generated ones aside.</summary>
    public static IReadOnlyList<string> Sources(params string[] folders) =>
        Files(folders).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith(".g.cs", StringComparison.Ordinal)).ToList();

    /// <summary>Paths of all files below some folders, relative to the root, in order.</summary>
    public static IReadOnlyList<string> Files(params string[] folders) =>
        folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists).SelectMany(Below)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(child => !NotOurs.Contains(Path.GetFileName(child)))
            .SelectMany(Below));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Headroom.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No Headroom.slnx above {here}");
    }
}
