using Headroom.Bench.Comparison;

namespace Headroom.Bench.Tests;

public sealed class ComparisonTests
{
    [Fact]
    public void The_comparison_with_the_sample_is_what_the_runs_show()
    {
        Sample.Demand();

        Golden.ShouldBe("docs/comparison.md", ComparisonPage.Markdown());
    }
}
