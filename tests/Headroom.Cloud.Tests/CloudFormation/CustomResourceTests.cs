using System.Text.Json.Nodes;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Tests.CloudFormation;

public sealed class CustomResourceTests
{
    private readonly TestCloud _cloud = new();
    private readonly StackClient _stacks;
    private readonly List<JsonObject> _told = [];
    private Func<JsonObject, JsonObject?> _provider = told => Success(told, "thing-1", new() { ["Colour"] = "red" });

    public CustomResourceTests()
    {
        _stacks = new(_cloud);
        _cloud.Functions.Run = order =>
        {
            var told = JsonNode.Parse(order.Payload)!.AsObject();
            _told.Add(told);
            if (_provider(told) is { } answer)
            {
                _cloud.Put(told, answer.ToJsonString());
            }

            return new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "null");
        };
    }

    [Fact]
    public void A_function_creates_updates_and_deletes_a_resource()
    {
        var stack = _stacks.Create("own", Template(size: 3));
        _stacks.Update("own", Template(size: 4)).StackStatus.ShouldBe("UPDATE_COMPLETE");
        _stacks.Delete("own").StackStatus.ShouldBe("DELETE_COMPLETE");

        stack.StackStatus.ShouldBe("CREATE_COMPLETE");
        StackClient.Outputs(stack)["Colour"].ShouldBe("red");
        StackClient.Outputs(stack)["Name"].ShouldBe("thing-1");
        _told.Select(told => $"{told["RequestType"]} {told["PhysicalResourceId"]} {told["ResourceProperties"]!["Size"]} {told["OldResourceProperties"]?["Size"]}")
            .ShouldBe(["Create  3 ", "Update thing-1 4 3", "Delete thing-1 4 "]);
        _told.ShouldAllBe(told => (string?)told["ResourceType"] == "Custom::Thing" && (string?)told["LogicalResourceId"] == "Thing" && (string?)told["StackId"] == stack.StackId);
    }

    [Fact]
    public void Numbers_and_truth_values_are_told_as_texts()
    {
        _stacks.Create("own", Template(size: 3));

        _told.Single()["ResourceProperties"]!["Size"]!.ToJsonString().ShouldBe("\"3\"");
    }

    [Fact]
    public void A_provider_that_refuses_to_delete_keeps_the_stack_and_says_why()
    {
        _stacks.Create("own", Template(size: 3));
        _provider = told => Failure(told, "still in use");

        _stacks.Delete("own").StackStatus.ShouldBe("DELETE_FAILED");

        var reason = _stacks.Events("own").Single(happened => happened is { LogicalResourceId: "Thing", ResourceStatus: "DELETE_FAILED" }).ResourceStatusReason;
        reason.ShouldBe($"Received response status [FAILED] from custom resource. Message returned: still in use (RequestId: {_told[^1]["RequestId"]})");
        _stacks.Resources("own").Keys.ShouldContain("Role");
        _provider = told => Success(told, "thing-1");
        _stacks.Delete("own").StackStatus.ShouldBe("DELETE_COMPLETE");
    }

    [Fact]
    public void A_failed_creation_is_told_to_be_deleted_and_rolls_the_stack_back()
    {
        _provider = told => (string?)told["RequestType"] == "Create" ? Failure(told, "no room") : Success(told, (string)told["PhysicalResourceId"]!);

        _stacks.Create("own", Template(size: 3)).StackStatus.ShouldBe("ROLLBACK_COMPLETE");

        _told.Select(told => (string?)told["RequestType"]).ShouldBe(["Create", "Delete"]);
    }

    [Fact]
    public void A_provider_that_never_answers_fails_after_its_ServiceTimeout()
    {
        _provider = told => (string?)told["RequestType"] == "Create" ? null : Success(told, (string)told["PhysicalResourceId"]!);
        var began = _cloud.Now;

        _stacks.Create("own", Template(size: 3, timeout: 30)).StackStatus.ShouldBe("ROLLBACK_COMPLETE");

        var failed = _stacks.Events("own").Single(happened => happened is { LogicalResourceId: "Thing", ResourceStatus: "CREATE_FAILED" });
        failed.ResourceStatusReason!.ShouldStartWith("CloudFormation did not receive a response from your Custom Resource.");
        (failed.Timestamp - began).ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public void A_new_physical_id_replaces_the_resource_and_deletes_the_old_one_afterwards()
    {
        _stacks.Create("own", Template(size: 3));
        _provider = told => Success(told, (string?)told["RequestType"] == "Update" ? "thing-2" : (string)told["PhysicalResourceId"]!, new() { ["Colour"] = "blue" });

        _stacks.Update("own", Template(size: 4)).StackStatus.ShouldBe("UPDATE_COMPLETE");

        _stacks.Resources("own")["Thing"].ShouldBe("thing-2");
        _told.Select(told => $"{told["RequestType"]} {told["PhysicalResourceId"]}").ShouldBe(["Create ", "Update thing-1", "Delete thing-1"]);
    }

    [Fact]
    public void An_update_asks_three_times_to_delete_what_it_no_longer_needs_and_goes_on_without_it()
    {
        _stacks.Create("own", Template(size: 3));
        _told.Clear();
        _provider = told => Failure(told, "still in use");

        var stack = _stacks.Update("own", """{"Resources":{"Topic":{"Type":"AWS::SNS::Topic"}}}""");

        (stack.StackStatus, stack.StackStatusReason).ShouldBe(("UPDATE_COMPLETE", "Update successful. One or more resources could not be deleted."));
        _told.Select(told => (string?)told["RequestType"]).ShouldBe(["Delete", "Delete", "Delete"]);
        var history = _stacks.History("own");
        history.Count(happened => happened == "Thing DELETE_FAILED").ShouldBe(3);
        history.ShouldContain("Provider DELETE_COMPLETE");
        history.ShouldContain("Role DELETE_COMPLETE");
        _stacks.Delete("own").StackStatus.ShouldBe("DELETE_COMPLETE");
        _told.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("", "Invalid Response object")]
    [InlineData("[]", "Invalid Response object")]
    [InlineData("""{"Status":"DONE","PhysicalResourceId":"x"}""", "Value of property Status must be SUCCESS or FAILED")]
    [InlineData("""{"Status":"SUCCESS"}""", "Invalid PhysicalResourceId")]
    public void An_answer_in_another_form_fails_the_resource(string body, string problem)
    {
        _provider = told =>
        {
            _cloud.Put(told, (string?)told["RequestType"] == "Create" ? body : Success(told, "x").ToJsonString());
            return null;
        };

        _stacks.Create("own", Template(size: 3)).StackStatus.ShouldBe("ROLLBACK_COMPLETE");

        _stacks.Events("own").Single(happened => happened is { LogicalResourceId: "Thing", ResourceStatus: "CREATE_FAILED" }).ResourceStatusReason!.ShouldContain(problem);
    }

    [Fact]
    public void A_provider_that_is_no_function_is_refused_by_name()
    {
        _stacks.Create("own", """{"Resources":{"Thing":{"Type":"Custom::Thing","Properties":{"ServiceToken":"arn:aws:sns:us-east-1:123456789012:topic"}}}}""")
            .StackStatus.ShouldBe("ROLLBACK_COMPLETE");

        _stacks.Events("own").ShouldContain(happened => happened.ResourceStatusReason != null && happened.ResourceStatusReason.Contains("Lambda functions only", StringComparison.Ordinal));
    }

    private static JsonObject Success(JsonObject told, string id, JsonObject? data = null) => new()
    {
        ["Status"] = "SUCCESS",
        ["PhysicalResourceId"] = id,
        ["StackId"] = (string?)told["StackId"],
        ["RequestId"] = (string?)told["RequestId"],
        ["LogicalResourceId"] = (string?)told["LogicalResourceId"],
        ["Data"] = data,
    };

    private static JsonObject Failure(JsonObject told, string reason)
    {
        var answer = Success(told, (string?)told["PhysicalResourceId"] ?? "thing-1");
        (answer["Status"], answer["Reason"]) = ("FAILED", reason);
        return answer;
    }

    private static string Template(int size, int timeout = 3600) => $$$$"""
        {
          "Resources": {
            "Role": {
              "Type": "AWS::IAM::Role",
              "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}
            },
            "Provider": {
              "Type": "AWS::Lambda::Function",
              "Properties": {"Runtime": "python3.13", "Handler": "index.handler", "Role": {"Fn::GetAtt": ["Role", "Arn"]}, "Code": {"ZipFile": "def handler(event, context): pass"}}
            },
            "Thing": {
              "Type": "Custom::Thing",
              "Properties": {"ServiceToken": {"Fn::GetAtt": ["Provider", "Arn"]}, "ServiceTimeout": {{{{timeout}}}}, "Size": {{{{size}}}}}
            }
          },
          "Outputs": {"Name": {"Value": {"Ref": "Thing"}}, "Colour": {"Value": {"Fn::GetAtt": ["Thing", "Colour"]}}}
        }
        """;
}
