using System.Text.Json.Nodes;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Tests.CloudFormation;

/// <summary>Stacks that failed and were left as they are.</summary>
public sealed class RollbackTests
{
    private const string Template = """
        Resources:
          First:
            Type: AWS::SSM::Parameter
            Properties: {Name: /first, Type: String, Value: one}
          Second:
            Type: AWS::SSM::Parameter
            DependsOn: First
            Properties: {Name: /second, Type: String, Value: two}
        Outputs:
          Said: {Value: !GetAtt First.Value}
        """;

    private readonly TestCloud _cloud = new();
    private readonly StackClient _stacks;

    public RollbackTests()
    {
        _stacks = new(_cloud);
        _cloud.Call("ssm", "PutParameter", new() { ["Name"] = "/taken", ["Value"] = "mine", ["Type"] = "String" });
    }

    [Fact]
    public void An_update_that_failed_and_was_left_as_it_was_is_rolled_back_when_somebody_asks()
    {
        _stacks.Create("s", Template);
        Update(Failing("/renamed"), "UPDATE_FAILED");
        Value("/renamed").ShouldBe("one");
        _stacks.Resources("s")["Second"].ShouldBe("/second");

        _cloud.Call("cloudformation", "RollbackStack", new() { ["StackName"] = "s" });

        AsItWas();
        Refused("/renamed");
    }

    [Fact]
    public void What_goes_back_is_what_was_before_the_first_of_several_failed_updates()
    {
        _stacks.Create("s", Template);
        Update(Failing("/renamed"), "UPDATE_FAILED");
        Update(Failing("/renamed-again"), "UPDATE_FAILED");

        _cloud.Call("cloudformation", "RollbackStack", new() { ["StackName"] = "s" });

        AsItWas();
        Refused("/renamed");
        Refused("/renamed-again");
    }

    [Fact]
    public void A_failed_update_is_gone_on_from_by_another_and_rolled_back_by_one_that_may()
    {
        _stacks.Create("s", Template);
        Update(Failing("/renamed"), "UPDATE_FAILED");

        _stacks.Update("s", Failing("/renamed-again")).StackStatus.ShouldBe("UPDATE_ROLLBACK_COMPLETE");

        AsItWas();
        Refused("/renamed");
        Refused("/renamed-again");
    }

    [Fact]
    public void A_failed_update_that_another_one_mends_is_the_stack_from_then_on()
    {
        _stacks.Create("s", Template);
        Update(Failing("/renamed"), "UPDATE_FAILED");

        Update(Template.Replace("/first", "/renamed", StringComparison.Ordinal), "UPDATE_COMPLETE");

        Value("/renamed").ShouldBe("one");
        Refused("/first");
        _cloud.Refused("cloudformation", "RollbackStack", new() { ["StackName"] = "s" }).Message.ShouldEndWith("is in UPDATE_COMPLETE state and can not be rolled back.");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_creation_that_failed_goes_when_it_is_rolled_back_also_what_is_retained_if_one_asks_for_that(bool retainExceptOnCreate, bool stays)
    {
        _cloud.Call("cloudformation", "CreateStack", new()
        {
            ["StackName"] = "s",
            ["TemplateBody"] = Failing("/first").Replace("  First:\n", "  First:\n    DeletionPolicy: Retain\n", StringComparison.Ordinal),
            ["DisableRollback"] = true,
        });
        _stacks.Rest("s").StackStatus.ShouldBe("CREATE_FAILED");

        _cloud.Call("cloudformation", "RollbackStack", new() { ["StackName"] = "s", ["RetainExceptOnCreate"] = retainExceptOnCreate });

        _stacks.Rest("s").StackStatus.ShouldBe("ROLLBACK_COMPLETE");
        if (stays)
        {
            Value("/first").ShouldBe("one");
        }
        else
        {
            Refused("/first");
        }
    }

    [Fact]
    public void A_rollback_that_failed_goes_on_when_what_kept_it_is_mended()
    {
        var isBroken = FailingRollback();

        isBroken(false);
        _cloud.Call("cloudformation", "ContinueUpdateRollback", new() { ["StackName"] = "own" });

        _stacks.Rest("own").StackStatus.ShouldBe("UPDATE_ROLLBACK_COMPLETE");
    }

    [Fact]
    public void What_cannot_be_rolled_back_can_be_skipped()
    {
        FailingRollback();

        _cloud.Refused("cloudformation", "ContinueUpdateRollback", new() { ["StackName"] = "own", ["ResourcesToSkip"] = new JsonArray("Provider") })
            .Message.ShouldBe("The resource Provider cannot be skipped: it is not in the UPDATE_FAILED state.");
        _cloud.Call("cloudformation", "ContinueUpdateRollback", new() { ["StackName"] = "own", ["ResourcesToSkip"] = new JsonArray("Thing") });

        _stacks.Rest("own").StackStatus.ShouldBe("UPDATE_ROLLBACK_COMPLETE");
        _cloud.Refused("cloudformation", "ContinueUpdateRollback", new() { ["StackName"] = "own" })
            .Message.ShouldEndWith("is in UPDATE_ROLLBACK_COMPLETE state and can not continue its rollback.");
    }

    /// <summary>A stack whose update and the rollback of it failed, because a provider takes no update; its switch.</summary>
    private Action<bool> FailingRollback()
    {
        var isBroken = true;
        _cloud.Functions.Run = order =>
        {
            var told = JsonNode.Parse(order.Payload)!.AsObject();
            var fails = isBroken && (string?)told["RequestType"] == "Update";
            _cloud.Put(told, new JsonObject { ["Status"] = fails ? "FAILED" : "SUCCESS", ["Reason"] = "broken", ["PhysicalResourceId"] = "thing" }.ToJsonString());
            return new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "null");
        };
        _stacks.Create("own", Own(3));
        _stacks.Update("own", Own(4)).StackStatus.ShouldBe("UPDATE_ROLLBACK_FAILED");
        return broken => isBroken = broken;
    }

    private void Update(string template, string expected)
    {
        _cloud.Call("cloudformation", "UpdateStack", new() { ["StackName"] = "s", ["TemplateBody"] = template, ["DisableRollback"] = true });
        _stacks.Rest("s").StackStatus.ShouldBe(expected);
    }

    private void AsItWas()
    {
        var stack = _stacks.Rest("s");
        stack.StackStatus.ShouldBe("UPDATE_ROLLBACK_COMPLETE");
        StackClient.Outputs(stack)["Said"].ShouldBe("one");
        _stacks.Resources("s").ShouldBe(new Dictionary<string, string?> { ["First"] = "/first", ["Second"] = "/second" }, ignoreOrder: true);
        (Value("/first"), Value("/second"), Value("/taken")).ShouldBe(("one", "two", "mine"));
    }

    private static string Failing(string first) =>
        Template.Replace("/first", first, StringComparison.Ordinal).Replace("/second", "/taken", StringComparison.Ordinal);

    private string Value(string name) => (string)_cloud.Call("ssm", "GetParameter", new() { ["Name"] = name })["Parameter"]!["Value"]!;

    private void Refused(string name) => _cloud.Refused("ssm", "GetParameter", new() { ["Name"] = name }).Code.ShouldBe("ParameterNotFound");

    private static string Own(int size) => $$"""
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]
          Provider:
            Type: AWS::Lambda::Function
            Properties:
              Role: !GetAtt Role.Arn
              Runtime: python3.12
              Handler: index.handler
              Code: {ZipFile: "x"}
          Thing:
            Type: Custom::Thing
            Properties: {ServiceToken: !GetAtt Provider.Arn, Size: {{size}}}
        """;
}
