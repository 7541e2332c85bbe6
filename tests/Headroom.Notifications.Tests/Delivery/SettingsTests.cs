using Headroom.Notifications.Configuration;

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

        settings.Services.ShouldBeOfType<CoveredServices.Listed>().Services.Select(service => service.Target)
            .ShouldBe(["service/shop/checkout", "service/shop/search"]);
        settings.DefaultHold.ShouldBe(TimeSpan.FromMinutes(5));
        settings.MaxHold.ShouldBe(TimeSpan.FromHours(6));
        settings.MetricNamespace.ShouldBe("Headroom");
    }

    [Theory]
    [InlineData("PT10M")]
    [InlineData("600")]
    public void A_duration_is_ISO_8601_or_seconds(string text)
    {
        environment["HEADROOM_DEFAULT_HOLD"] = text;
        Read().DefaultHold.ShouldBe(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void A_list_too_long_for_the_environment_has_a_path()
    {
        environment.Remove("HEADROOM_SERVICES");
        environment["HEADROOM_SERVICES_PATH"] = "/headroom/shop";
        Read().Services.ShouldBe(new CoveredServices.InParameterStore("/headroom/shop"));
    }

    [Theory]
    [InlineData("HEADROOM_SERVICES", "", "set, or HEADROOM_SERVICES_PATH")]
    [InlineData("HEADROOM_SERVICES", "shop/checkout", "a JSON list of \"cluster/service\", at least one")]
    [InlineData("HEADROOM_SERVICES", "[]", "a JSON list of \"cluster/service\", at least one")]
    [InlineData("HEADROOM_SERVICES", "[null]", "a JSON list of \"cluster/service\", at least one")]
    [InlineData("HEADROOM_SERVICES", "[\"checkout\"]", "a JSON list of \"cluster/service\", at least one")]
    [InlineData("HEADROOM_STATE_MACHINE_ARN", "", "set")]
    [InlineData("HEADROOM_DEAD_LETTER_QUEUE_URL", "", "set")]
    [InlineData("HEADROOM_DEFAULT_HOLD", "5 min", "an ISO 8601 duration or whole seconds, from PT1S to PT6H")]
    [InlineData("HEADROOM_DEFAULT_HOLD", "PT7H", "an ISO 8601 duration or whole seconds, from PT1S to PT6H")]
    [InlineData("HEADROOM_MAX_HOLD", "0", "an ISO 8601 duration or whole seconds, from PT1S to PT8640H")]
    public void What_cannot_be_is_named_with_what_can(string name, string value, string allowed)
    {
        environment[name] = value;
        Should.Throw<InvalidSettingException>(Read).Message.ShouldBe($"{name} is \"{value}\"; it must be {allowed}.");
    }

    private NotifierSettings Read() => NotifierSettings.Read(environment.GetValueOrDefault);
}
