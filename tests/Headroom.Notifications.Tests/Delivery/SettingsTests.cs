using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Tests.Delivery;

public sealed class SettingsTests
{
    private readonly Dictionary<string, string> environment = new()
    {
        ["HEADROOM_SERVICES"] = """["shop/checkout","shop/search"]""",
        ["HEADROOM_STATE_MACHINE_ARN"] = "arn:hold",
        ["HEADROOM_DEAD_LETTER_QUEUE_URL"] = "https://queue",
    };

    [Fact]
    public void What_is_not_set_has_its_default()
    {
        var settings = Read();

        settings.Terms.Services.Select(service => service.Target).ShouldBe(["service/shop/checkout", "service/shop/search"]);
        settings.Terms.DefaultHold.ShouldBe(TimeSpan.FromMinutes(5));
        settings.Terms.MaxHold.ShouldBe(TimeSpan.FromHours(6));
        settings.MetricNamespace.ShouldBe("Headroom");
    }

    [Theory]
    [InlineData("PT10M")]
    [InlineData("600")]
    public void A_duration_is_ISO_8601_or_seconds(string text)
    {
        environment["HEADROOM_DEFAULT_HOLD"] = text;
        Read().Terms.DefaultHold.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData("HEADROOM_SERVICES", "", "HEADROOM_SERVICES is \"\"; it must be set.")]
    [InlineData("HEADROOM_SERVICES", "shop/checkout", "HEADROOM_SERVICES is \"shop/checkout\"; it must be a JSON list of \"cluster/service\", at least one.")]
    [InlineData("HEADROOM_SERVICES", "[]", "HEADROOM_SERVICES is \"[]\"; it must be a JSON list of \"cluster/service\", at least one.")]
    [InlineData("HEADROOM_SERVICES", "[\"checkout\"]", "HEADROOM_SERVICES is \"[\"checkout\"]\"; it must be a JSON list of \"cluster/service\", at least one.")]
    [InlineData("HEADROOM_STATE_MACHINE_ARN", "", "HEADROOM_STATE_MACHINE_ARN is \"\"; it must be set.")]
    [InlineData("HEADROOM_DEAD_LETTER_QUEUE_URL", "", "HEADROOM_DEAD_LETTER_QUEUE_URL is \"\"; it must be set.")]
    [InlineData("HEADROOM_DEFAULT_HOLD", "5 min", "HEADROOM_DEFAULT_HOLD is \"5 min\"; it must be an ISO 8601 duration or whole seconds, from PT1S to PT6H.")]
    [InlineData("HEADROOM_DEFAULT_HOLD", "PT7H", "HEADROOM_DEFAULT_HOLD is \"PT7H\"; it must be an ISO 8601 duration or whole seconds, from PT1S to PT6H.")]
    [InlineData("HEADROOM_MAX_HOLD", "0", "HEADROOM_MAX_HOLD is \"0\"; it must be an ISO 8601 duration or whole seconds, from PT1S to PT8640H.")]
    public void What_cannot_be_is_named(string name, string value, string message)
    {
        environment[name] = value;
        Should.Throw<InvalidSettingException>(Read).Message.ShouldBe(message);
    }

    private NotifierSettings Read() => NotifierSettings.Read(environment.GetValueOrDefault);
}
