using CsCheck;
using Headroom.Notifications.Arrival;
using Headroom.Notifications.Contract;
using Headroom.Notifications.Requests;

namespace Headroom.Notifications.Tests;

public sealed class ContractTests
{
    private const string Arrow = " ⇶";
    private static readonly DateTimeOffset PublishedAt = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ContractTerms Terms = new(
        [new("shop", "checkout"), new("shop", "search"), new("media", "feed")], TimeSpan.FromMinutes(5), TimeSpan.FromHours(6));

    public static TheoryData<string, string> Cases()
    {
        using var file = new StreamReader(typeof(ContractTests).Assembly.GetManifestResourceStream("contract-cases.txt")!);
        var lines = file.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(Arrow));
        return [.. lines.Select(parts => (parts[0], parts[1].Trim()))];
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_message_is_read_as_its_case_says(string message, string expected) => Describe(message).ShouldBe(expected);

    [Theory]
    [InlineData("\n  {\n  \"action\":\n \"release\" }\r\n", "release | shop/checkout")]
    [InlineData("\uFEFF{}", "message: \uFEFF{} starts like a JSON object but is none")]
    [InlineData("   ", "hold | shop/checkout")]
    public void White_space_around_an_object_does_not_matter_and_a_byte_order_mark_is_not_overlooked(string message, string expected) =>
        Describe(message).ShouldStartWith(expected);

    [Fact]
    public void A_reason_may_have_256_characters_and_no_more()
    {
        Describe($$"""{"reason":"{{new string('x', 256)}}"}""").ShouldEndWith(new string('x', 256));
        Describe($$"""{"reason":"{{new string('x', 257)}}"}""")
            .ShouldBe($"reason: \"{new string('x', 79)}… is not a reason; allowed is text of at most 256 characters");
    }

    [Fact]
    public void A_refusal_does_not_list_a_thousand_services()
    {
        var many = Terms with { Services = [.. Enumerable.Range(0, 1000).Select(i => new CoveredService("c", $"s{i}"))] };
        NotificationContract.Read("""{"services":["c/x"]}""", PublishedAt, many).ShouldBe(new Verdict.Refused(
            "services: \"c/x\" is not covered here; " +
            "allowed is a list of some of \"c/s0\", \"c/s1\", \"c/s2\", \"c/s3\", \"c/s4\" and 995 more"));
    }

    [Fact]
    public void Whatever_is_published_is_accepted_or_refused_in_one_short_line()
    {
        var names = OneOf("services", "holdFor", "capacity", "startAt", "action", "reason", "x\\u0000y", "\\ud83d");
        var values = Gen.OneOf(
            Gen.String, OneOf("PT1H", "99%", "2026-01-01T12:00:00Z", "release", "shop/search")).Select(text => $"\"{text}\"");
        var others = OneOf("null", "[]", "{}", "1e400", "-0", "[[\n1]]", "true", "\"\\ud800\"", "[\"shop/search\"]");
        var objects = Gen.Select(names, Gen.OneOf(values, others)).List[0, 4]
            .Select(fields => "{" + string.Join(",", fields.Select(field => $"\"{field.Item1}\":{field.Item2}")) + "}");
        Gen.OneOf(Gen.String, objects).Sample(message =>
        {
            if (NotificationContract.Read(message, PublishedAt, Terms) is Verdict.Refused refused)
            {
                refused.Line.ShouldAllBe(character => !char.IsControl(character));
                refused.Line.Length.ShouldBeInRange(10, 500);
            }
        });
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Describe(string message)
    {
        var verdict = NotificationContract.Read(message, PublishedAt, Terms);
        if (verdict is not Verdict.Accepted { Notification: var notification })
        {
            return ((Verdict.Refused)verdict).Line;
        }

        var sns = new SnsMessage("id", "arn:aws:sns:us-east-1:123456789012:topic", PublishedAt, message);
        var request = HoldRequest.For(sns, notification, notification.Services[0], maxCapacity: 10, Terms.MaxHold);
        return string.Join(
            " | ",
            request.Action,
            string.Join(' ', notification.Services),
            request.Wanted.ToString(),
            request.StartAt,
            request.HoldUntil,
            request.Reason).TrimEnd();
    }
}
