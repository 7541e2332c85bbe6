using System.Runtime.CompilerServices;

namespace Headroom.Simulation.Tests;

/// <summary>The protocol's model in <c>proof/</c>, through its own command.</summary>
public sealed class ModelTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Every_interleaving_of_the_models_small_sizes_keeps_the_invariants()
    {
        var (status, output) = await CheckAsync("--quick");

        status.ShouldBe(0, output);
        output.ShouldContain("exhaustive", customMessage: output);
    }

    [Theory]
    [InlineData("RECOVERY_DOES_NOT_SETTLE", "I5")]
    [InlineData("TAKEOVER_DOES_NOT_KNOW_ITSELF", "I4")]
    [InlineData("MINIMUM_NOT_PUT_BACK", "I3")]
    [InlineData("SWEEP_TAKES_ALL_FOR_ALIVE", "I2")]
    [InlineData("GUARD_LEAVES_WHAT_IS_OVER", "I1")]
    [InlineData("GONE_SERVICE_IS_NOT_LOOKED_FOR", "I2")]
    [InlineData("NEW_TARGET_GETS_OLD_ORIGINAL", "I3")]
    [InlineData("NEW_SERVICE_IS_NOT_GIVEN_UP", "I1")]
    public async Task A_fault_that_is_planted_into_the_model_is_found(string fault, string invariant)
    {
        var (status, output) = await CheckAsync("--planted", fault);

        status.ShouldBe(0, output);
        output.ShouldMatch($@"{fault} .* {invariant} ");
    }

    private static async Task<(int Status, string Output)> CheckAsync(params string[] arguments)
    {
        Programs.Require("bash", "spin", "gcc");
        var (status, output, errors) = await Programs.RunAsync(new("bash", [Script(), .. arguments]), Patience);
        return (status, output + errors);
    }

    private static string Script([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "proof", "check"));
}
