using System.Runtime.CompilerServices;

namespace Headroom.Bench;

/// <summary>The folder beside the checkout with the sample.</summary>
internal static class SharedFolder
{
    internal static string SampleAssembly { get; } = Path.Combine(Root(), "..", "shared", "sample", "cloud-assembly");

    internal static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
