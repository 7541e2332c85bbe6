using Headroom.Notifications.Configuration;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Tests.Delivery;

public sealed class ParameterStoreTests
{
    private readonly HandlerFixture fixture = new();

    public ParameterStoreTests() =>
        fixture.Settings = fixture.Settings with { Services = new CoveredServices.InParameterStore("/headroom/shop") };

    [Fact]
    public async Task Services_that_do_not_fit_into_the_environment_are_read_page_by_page()
    {
        fixture.Aws.Answer = call => (call.Operation, (string?)call.Request["NextToken"]) switch
        {
            ("GetParametersByPath", null) => new AwsReply.Answered(
                """{"Parameters":[{"Value":"[\"a/1\",\"a/2\"]"},{"Value":"[\"a/3\"]"}],"NextToken":"more"}"""),
            ("GetParametersByPath", "more") => new AwsReply.Answered("""{"Parameters":[{"Value":"[\"b/1\"]"}]}"""),
            _ => null,
        };

        await fixture.PublishAsync("hello!");

        fixture.Aws.Of("GetParametersByPath").Select(call => call.Request.ToJsonString())
            .ShouldBe(["""{"Path":"/headroom/shop"}""", """{"Path":"/headroom/shop","NextToken":"more"}"""]);
        fixture.Aws.Inputs.Select(input => (string)input["target"]!)
            .ShouldBe(["service/a/1", "service/a/2", "service/a/3", "service/b/1"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_change_of_the_list_is_seen_by_the_next_message()
    {
        var list = "[\\\"a/1\\\"]";
        fixture.Aws.Answer = call => call.Service == "ssm" ? new AwsReply.Answered($$"""{"Parameters":[{"Value":"{{list}}"}]}""") : null;
        await fixture.PublishAsync("hello!");

        list = "[\\\"a/2\\\"]";
        await fixture.PublishAsync("hello!");

        fixture.Aws.Inputs.Select(input => (string)input["target"]!).ShouldBe(["service/a/1", "service/a/2"]);
    }

    [Theory]
    [InlineData("""{"Parameters":[]}""")]
    [InlineData("""{"Parameters":[{"Value":"a/1"}]}""")]
    [InlineData("""{"Parameters":[{"Value":"[\"a\"]"}]}""")]
    public async Task A_path_without_such_a_list_fails_the_invocation_and_touches_nothing(string answer)
    {
        fixture.Aws.Answer = _ => new AwsReply.Answered(answer);

        (await Should.ThrowAsync<InvalidSettingException>(() => fixture.PublishAsync("hello!"))).Message.ShouldBe(
            "HEADROOM_SERVICES_PATH is \"/headroom/shop\"; it must be a path of parameters, " +
            "in each of them a JSON list of \"cluster/service\", at least one.");
        fixture.Aws.Calls.ShouldAllBe(call => call.Service == "ssm");
    }

    [Fact]
    public async Task A_path_that_may_not_be_read_fails_the_invocation_with_what_AWS_says()
    {
        fixture.Aws.Answer = _ => new AwsReply.Failed(400, "AccessDeniedException", "no ssm:GetParametersByPath");

        (await Should.ThrowAsync<InvalidSettingException>(() => fixture.PublishAsync("hello!"))).Message.ShouldBe(
            "HEADROOM_SERVICES_PATH is \"/headroom/shop\"; it must be a path of parameters that can be read " +
            "(AccessDeniedException: no ssm:GetParametersByPath).");
    }
}
