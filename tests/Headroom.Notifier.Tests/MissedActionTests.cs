using System.Text;
using System.Text.Json.Nodes;
using Headroom.Schedules.Missed;

namespace Headroom.Notifier.Tests;

/// <summary>The calendar's arithmetic. The hold is claimed on Friday, 6 March 2026, at 12:00 UTC and released at 18:00, unless said otherwise.</summary>
public sealed class MissedActionTests
{
    private const string Since = "2026-03-06T12:00:00.000Z";
    private const string Until = "2026-03-06T18:00:00.000Z";

    [Theory]
    [InlineData("at(2026-03-06T13:30:00)", null, "2026-03-06T13:30:00Z")]
    [InlineData("at(2026-03-06T11:59:00)", null, null)]
    [InlineData("at(2026-03-06T11:59:45)", null, "2026-03-06T11:59:45Z")]
    [InlineData("at(2026-03-06T18:00:05)", null, "2026-03-06T18:00:05Z")]
    [InlineData("at(2026-03-06T18:01:00)", null, null)]
    [InlineData("at(2026-03-06T10:30:00)", "America/New_York", "2026-03-06T15:30:00Z")]
    [InlineData("cron(0 9 * * ? *)", null, null)]
    [InlineData("cron(0 9 * * ? *)", "America/New_York", "2026-03-06T14:00:00Z")]
    [InlineData("cron(0/15 * ? * MON-FRI *)", null, "2026-03-06T18:00:00Z")]
    [InlineData("cron(0 13 ? * SAT *)", null, null)]
    [InlineData("rate(50 minutes)", null, "2026-03-06T17:30:00Z")]
    [InlineData("rate(7 days)", null, null)]
    public void The_last_time_that_an_action_was_due_during_the_hold_counts(string schedule, string? zone, string? due) =>
        ((string?)Ask(Action("one", schedule, zone))["missed"]!.AsArray().SingleOrDefault()?["dueAt"]).ShouldBe(due);

    [Fact]
    public void The_later_action_wins_for_each_limit_by_itself()
    {
        var answer = Ask(
            Action("late", "at(2026-03-06T15:00:00)", null, """{"MinCapacity":2}"""),
            Action("early", "at(2026-03-06T13:00:00)", null, """{"MinCapacity":4,"MaxCapacity":8}"""));

        (string.Join(' ', answer["missed"]!.AsArray().Select(action => (string)action!["name"]!))).ShouldBe("early late");
        ((int?)answer["minimum"], (int?)answer["maximum"]).ShouldBe((2, 8));
    }

    [Fact]
    public void What_an_earlier_page_gave_stays_and_is_in_order()
    {
        var question = Question(Action("late", "at(2026-03-06T15:00:00)", null, """{"MinCapacity":2}"""));
        question["missed"] = JsonNode.Parse("""[{"name":"early","dueAt":"2026-03-06T13:00:00Z","minCapacity":4,"maxCapacity":8}]""");

        var answer = Answer(question);

        ((int?)answer["minimum"], (int?)answer["maximum"], answer["missed"]!.AsArray().Count).ShouldBe((2, 8, 2));
    }

    [Fact]
    public void A_month_of_minutes_is_one_action_with_its_last_time()
    {
        var question = Question(Action("often", "rate(1 minute)", null));
        question["until"] = "2026-04-05T12:00:30.000Z";

        ((string?)Answer(question)["missed"]!.AsArray().Single()!["dueAt"]).ShouldBe("2026-04-05T12:00:00Z");
    }

    [Fact]
    public void An_action_that_falls_due_while_a_refused_release_is_tried_again_counts()
    {
        var question = Question(Action("evening", "at(2026-03-06T18:00:00)", null));
        question["until"] = "2026-03-06T17:59:40.000Z";

        Answer(question)["missed"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("every day", null, "every day is no schedule expression that is known")]
    [InlineData("at(2026-03-06T13:30:00)", "Mars/Olympus", "there is no time zone Mars/Olympus here")]
    public void What_cannot_be_read_is_told_and_sets_nothing(string schedule, string? zone, string problem)
    {
        var answer = Ask(Action("odd", schedule, zone));

        ((string?)answer["missed"]!.AsArray().Single()!["problem"]).ShouldBe(problem);
        answer["minimum"].ShouldBeNull();
    }

    [Fact]
    public void An_action_counts_only_within_its_own_first_and_last_time()
    {
        var ended = Action("ended", "rate(1 hour)", null);
        ended["EndTime"] = "2026-03-06T11:00:00Z";
        var begun = Action("begun", "rate(1 hour)", null);
        begun["StartTime"] = "2026-03-06T16:10:00Z";
        var made = Action("made", "cron(0 13 * * ? *)", null);
        made["CreationTime"] = "2026-03-06T14:00:00Z";

        var missed = Ask(ended, begun, made)["missed"]!.AsArray();

        missed.Select(action => $"{action!["name"]} {action["dueAt"]}").ShouldBe(["begun 2026-03-06T17:10:00Z"]);
    }

    private static JsonObject Action(string name, string schedule, string? zone, string change = """{"MinCapacity":1}""")
    {
        var action = new JsonObject
        {
            ["ScheduledActionName"] = name,
            ["ScheduledActionARN"] = "arn:not-needed",
            ["ResourceId"] = "service/shop/checkout",
            ["Schedule"] = schedule,
            ["CreationTime"] = "2026-03-01T00:00:00.000Z",
            ["ScalableTargetAction"] = JsonNode.Parse(change),
        };
        if (zone is not null)
        {
            action["Timezone"] = zone;
        }

        return action;
    }

    private static JsonObject Question(params JsonObject[] actions) =>
        new() { ["since"] = Since, ["until"] = Until, ["missed"] = new JsonArray(), ["actions"] = new JsonArray([.. actions]) };

    private static JsonNode Ask(params JsonObject[] actions) => Answer(Question(actions));

    private static JsonNode Answer(JsonObject question) => JsonNode.Parse(MissedActions.Answer(Encoding.UTF8.GetBytes(question.ToJsonString())))!;
}
