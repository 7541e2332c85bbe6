namespace Headroom.Cloud.Services.Lambda;

/// <summary>The runtimes that the embedded cloud has.</summary>
internal static class Runtimes
{
    internal const string Known = "provided.al2023, provided.al2 and python3.x";

    internal static bool Has(string runtime) => IsCustom(runtime) || IsPython(runtime);

    /// <summary>The package brings its own: an executable <c>bootstrap</c> at its root.</summary>
    internal static bool IsCustom(string runtime) => runtime is "provided.al2023" or "provided.al2";

    internal static bool IsPython(string runtime) => runtime.StartsWith("python3.", StringComparison.Ordinal);
}
