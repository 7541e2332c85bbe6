using Headroom.States.Json;

namespace Headroom.States.Tests.Behaviour;

public sealed class TokenTests
{
    private const string Waiting =
        """
        {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "Parameters":{"MessageBody":{"token.$":"$$.Task.Token"}},"Retry":[{"ErrorEquals":["States.ALL"]}],"End":true}}}
        """;

    [Fact]
    public void The_token_in_the_parameters_is_the_one_that_reports_the_task()
    {
        var running = new Running(Waiting);

        running.Task.Input.ShouldBe(JsonValue.Parse($$$"""{"MessageBody":{"token":"{{{running.Task.TaskToken}}}"}}"""));
    }

    [Fact]
    public void A_token_is_the_same_for_the_same_seed_and_another_for_each_attempt()
    {
        var first = new Running(Waiting, seed: 3).Task.TaskToken;

        new Running(Waiting, seed: 3).Task.TaskToken.ShouldBe(first);
        new Running(Waiting, seed: 4).Task.TaskToken.ShouldNotBe(first);
        new Running(Waiting, seed: 3).Fails("Bad").TimePasses().Task.TaskToken.ShouldNotBe(first);
    }
}
