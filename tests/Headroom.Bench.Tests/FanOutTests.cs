using Headroom.Bench.FanOut;

namespace Headroom.Bench.Tests;

public sealed class FanOutTests
{
    private const int Services = 150;

    [Fact]
    public void A_notification_for_many_services_holds_and_releases_each_of_them()
    {
        var run = FanOutRun.Of(Services);

        run.Paused.Took.ShouldNotBeNull();
        run.AtMax.Took.ShouldNotBeNull();
        run.Outcomes.ShouldHaveSingleItem().ShouldBe(new("held", Services));
        run.Left.ShouldBe((0, 0));
    }
}
