using Headroom.Bench.Costs;

namespace Headroom.Bench.Tests;

public sealed class CostTests
{
    [Fact]
    public void The_table_of_costs_in_the_README_is_what_the_runs_cost()
    {
        Sample.Demand();

        Golden.ShouldHaveTable("README.md", CostTable.Markdown());
    }
}
