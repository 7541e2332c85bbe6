using Headroom.Rehearsal.Plans;

namespace Headroom.Rehearsal.Tests;

public sealed class PlanTests
{
    [Fact]
    public void A_plan_says_only_what_differs()
    {
        var plan = PlanReader.Read("""
            {
              // tonight
              "service": { "minCapacity": 2, "maxCapacity": 40, "cpu": 1024, "memory": 2048 },
              "push": { "audience": 2e6, "after": "PT3M30S" },
              "notification": { "holdFor": "PT15M" },
            }
            """);

        plan.Service.ShouldBe(new() { MinCapacity = 2, MaxCapacity = 40, Cpu = 1024, Memory = 2048 });
        plan.Load.ShouldBe(new());
        plan.Push.ShouldBe(new() { Audience = 2_000_000, After = TimeSpan.FromSeconds(210) });
        plan.Notification!.Value.GetRawText().ShouldBe("""{ "holdFor": "PT15M" }""");
    }

    [Theory]
    [InlineData("{}", "push is missing.")]
    [InlineData("""{"push":{}}""", "push: audience is missing.")]
    [InlineData("""{"push":{"audience":9,"audiense":9}}""", "push.audiense: there is no field audiense.")]
    [InlineData("""{"push":{"audience":"many"}}""", "push.audience: the value is not of the kind that is wanted here.")]
    [InlineData("null", "The plan is null: write an object with a push.")]
    [InlineData("""{"push":{"audience":0}}""", "push.audience is 0; it must be above 0.")]
    [InlineData("""{"push":{"audience":9,"openRate":1.5}}""", "push.openRate is 1.5; it must be 0 to 1.")]
    [InlineData("""{"push":{"audience":9,"after":"5 min"}}""", "push.after: 5 min is no ISO 8601 duration such as PT5M.")]
    [InlineData("""{"push":{"audience":9,"after":"PT7H"}}""", "push.after is 07:00:00; it must be 0 to 6 hours.")]
    [InlineData("""{"push":{"audience":9},"service":{"minCapacity":5,"maxCapacity":4}}""", "service.maxCapacity is 4; it must be at least minCapacity.")]
    [InlineData("""{"push":{"audience":9},"service":{"name":"web"}}""", "service.name is web; it must be of the form cluster/service.")]
    [InlineData("""{"push":{"audience":9},"load":{"timeoutSeconds":0}}""", "load.timeoutSeconds is 0; it must be above 0.")]
    [InlineData("""{"push":{"audience":9},"notification":{"startAt":"2026-12-01T18:00:00Z"}}""", "notification.startAt is there; it must be left out: the rehearsal begins with the notification, and push.after says when the push goes out.")]
    public void What_is_no_plan_is_refused_with_the_field_and_what_is_allowed(string json, string message) =>
        Should.Throw<PlanException>(() => PlanReader.Read(json)).Message.ShouldBe(message);

    [Theory]
    [InlineData("""{"push":null}""", "push")]
    [InlineData("""{"push":""", "JSON")]
    public void What_does_not_read_as_a_plan_is_refused_with_the_place(string json, string place) =>
        Should.Throw<PlanException>(() => PlanReader.Read(json)).Message.ShouldContain(place);
}
