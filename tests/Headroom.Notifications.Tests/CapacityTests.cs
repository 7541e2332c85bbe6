using CsCheck;
using Headroom.Notifications.Contract;

namespace Headroom.Notifications.Tests;

public sealed class CapacityTests
{
    [Fact]
    public void A_share_is_the_fewest_tasks_that_are_at_least_that_share() =>
        Gen.Select(Gen.Int[1, 100], Gen.Int[1, int.MaxValue]).Sample((percent, max) =>
        {
            var wanted = new Capacity.Share(percent).Wanted(max);
            wanted.ShouldBeInRange(1, max);
            (100L * wanted).ShouldBeGreaterThanOrEqualTo((long)percent * max);
            (100L * (wanted - 1)).ShouldBeLessThan((long)percent * max);
        });

    [Fact]
    public void Without_a_registered_target_a_share_is_left_to_the_state_machine() =>
        new Capacity.Share(50).Wanted(maxCapacity: null).ShouldBe(Capacity.AllTasks);
}
