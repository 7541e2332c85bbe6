using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Bench.Staging;

namespace Headroom.Bench.Comparison;

/// <summary>The scenarios, in the page's order.</summary>
internal static class Scenarios
{
    internal static readonly ImmutableArray<Scenario> All =
    [
        new("A notification", "5 tasks for 5 minutes; then all is as before") { Happenings = [Now(Acts.Publish())] },
        new("A second notification, 3 minutes into the first one's hold", "held until the second one's 5 minutes are over")
        {
            Happenings = [Now(Acts.Publish()), After(3, Acts.Publish())],
            HeldUntil = Minutes(8),
        },
        new("A notification that asks for 10 minutes, and a minute later one that asks for 2", "held for the 10 minutes")
        {
            Happenings = [Now(Acts.Publish("""{"holdFor": "PT10M"}""")), After(1, Acts.Publish("""{"holdFor": "PT2M"}"""))],
            HeldUntil = Minutes(10),
        },
        new("The message is delivered a second time, 6 minutes later", "held once")
        {
            Before = Acts.Delivered(TimeSpan.Zero, Minutes(6)),
            Happenings = [Now(Acts.Publish())],
        },
        new("The message is delivered 2 hours late", "nothing is touched: its time is over")
        {
            Before = Acts.Delivered(Minutes(120)),
            Happenings = [Now(Acts.Publish())],
            HeldUntil = null,
            Watched = Minutes(165),
        },
        new("A message with a mistake (`{\"holdFor\": \"tomorrow\"}`)", "refused with a reason; nothing is touched")
        {
            Happenings = [Now(Acts.Publish("""{"holdFor": "tomorrow"}"""))],
            HeldUntil = null,
        },
        new("The execution is stopped by hand after 2 minutes", "held, and released, all the same") { Happenings = [Now(Acts.Publish()), After(2, Acts.StopExecution)] },
        new("`RegisterScalableTarget` is throttled for the first 30 seconds", "held as soon as it can be") { Before = Acts.Throttle(TimeSpan.FromSeconds(30)), Happenings = [Now(Acts.Publish())] },
        new("`RegisterScalableTarget` is throttled for a minute when the hold ends", "released as soon as it can be")
        {
            Happenings = [Now(Acts.Publish()), new(TimeSpan.FromSeconds(290), Acts.Throttle(TimeSpan.FromSeconds(70)))],
        },
        new("A deployment sets the desired count to 1 after 2 minutes", "5 tasks all the time") { Happenings = [Now(Acts.Publish()), After(2, Acts.Deploy)] },
        new("Someone lowers MaxCapacity to 3 after 2 minutes", "3 tasks from then on")
        {
            Happenings = [Now(Acts.Publish()), After(2, Acts.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 3 }))],
            Promised = 3,
        },
        new("Someone raises MaxCapacity to 8 after 2 minutes", "5 tasks all the time") { Happenings = [Now(Acts.Publish()), After(2, Acts.Register(new() { ["MaxCapacity"] = 8 }))] },
        new("Someone had suspended scale-in and scale-out before", "they are still suspended afterwards")
        {
            Before = Acts.Register(new() { ["SuspendedState"] = new JsonObject { ["DynamicScalingInSuspended"] = true, ["DynamicScalingOutSuspended"] = true, ["ScheduledScalingSuspended"] = false } }),
            Happenings = [Now(Acts.Publish())],
        },
        new("A scheduled action is due after 2 minutes (MinCapacity 2)", "MinCapacity is 2 afterwards")
        {
            Before = stack => Acts.Schedule($"at({stack.Cloud.Now + Minutes(2):yyyy-MM-dd'T'HH:mm:ss})", min: 2)(stack),
            Happenings = [Now(Acts.Publish())],
            MinAfterwards = 2,
        },
        new("The account has another scalable target (1 to 2 tasks)", "5 tasks for 5 minutes") { Before = Acts.AddAnotherService, Happenings = [Now(Acts.Publish())] },
        new("The service is deleted after 2 minutes", "nothing is left behind") { Happenings = [Now(Acts.Publish()), After(2, Acts.DeleteService)] },
    ];

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static Happening Now(Action<DeployedStack> act) => new(TimeSpan.Zero, act);

    private static Happening After(int minutes, Action<DeployedStack> act) => new(Minutes(minutes), act);
}
