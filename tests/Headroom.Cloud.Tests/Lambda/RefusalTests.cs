using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Tests.Lambda;

/// <summary>What Lambda refuses beyond what the description of its API says, in its words.</summary>
public sealed class RefusalTests
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:echo";
    private readonly TestCloud _cloud = new();

    public RefusalTests() => _cloud.Create("echo");

    [Theory]
    [InlineData("Invoke", "arn:aws:lambda:eu-west-1:123456789012:function:echo", null, "ResourceNotFoundException", "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')")]
    [InlineData("GetFunction", "arn:aws:lambda:eu-west-1:123456789012:function:echo", null, "ResourceNotFoundException", "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')")]
    [InlineData("Invoke", "echo:1", "2", "InvalidParameterValueException", "The derived qualifier from the function name does not match the specified qualifier.")]
    [InlineData("Invoke", "echo:1", "1", "ResourceNotFoundException", $"Function not found: {Arn}:1")]
    [InlineData("PutFunctionEventInvokeConfig", "echo", null, "InvalidParameterValueException", "You must specify at least one of error handling or destination setting.")]
    public void A_function_is_named_within_the_region_and_by_one_qualifier(string operation, string name, string? qualifier, string code, string message)
    {
        var refusal = _cloud.Refused("lambda", operation, new() { ["FunctionName"] = name, ["Qualifier"] = qualifier });

        (refusal.Code, refusal.Message).ShouldBe((code, message));
    }

    [Theory]
    [InlineData("somebody", false)]
    [InlineData("12345", false)]
    [InlineData("123456789012", true)]
    [InlineData("sns.amazonaws.com", true)]
    [InlineData("alexa-appkit.amazon.com", true)]
    public void A_permission_is_given_to_a_service_or_an_account(string principal, bool given)
    {
        var outcome = _cloud.Try("lambda", "AddPermission", new()
        {
            ["FunctionName"] = "echo", ["StatementId"] = "s", ["Action"] = "lambda:InvokeFunction", ["Principal"] = principal,
        });

        outcome.ToString()!.Contains("The provided principal was invalid. Please check the principal and try again.", StringComparison.Ordinal).ShouldBe(!given);
    }

    [Fact]
    public void Only_a_function_has_tags_and_50_at_most()
    {
        JsonObject Tags(int count) => new(Enumerable.Range(1, count).Select(n => KeyValuePair.Create($"t{n}", (JsonNode?)"x")));

        _cloud.Refused("lambda", "TagResource", new() { ["Resource"] = Arn, ["Tags"] = Tags(51) }).Message.ShouldBe("Number of tags exceeds resource tag limit.");
        _cloud.Call("lambda", "TagResource", new() { ["Resource"] = Arn, ["Tags"] = Tags(50) });
        _cloud.Refused("lambda", "ListTags", new() { ["Resource"] = $"{Arn}:1" }).Message
            .ShouldBe("Tags on function aliases and versions are not supported. Please specify a function ARN.");
    }

    [Fact]
    public void A_function_has_at_most_64_letters_and_15_minutes()
    {
        var name = new string('f', 65);

        Should.Throw<InvalidOperationException>(() => _cloud.Create(name)).Message
            .ShouldEndWith($"Value '{name}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to 64");
        _cloud.Refused("lambda", "UpdateFunctionConfiguration", new() { ["FunctionName"] = "echo", ["Timeout"] = 901 }).Message
            .ShouldBe("1 validation error detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900");
    }

    [Fact]
    public void An_answer_that_is_too_large_for_who_waits_for_it_is_an_error()
    {
        var size = 6_291_556;
        _cloud.Functions.Run = order => new FunctionNews.Answered(order.EnvironmentId, order.RequestId, $"\"{new string('x', size - 2)}\"");

        Invoke()["FunctionError"].ShouldBeNull();
        size++;
        var response = Invoke();

        ((string?)response["FunctionError"]).ShouldBe("Unhandled");
        Functions.Payload(response).ShouldBe(
            """{"errorType":"Function.ResponseSizeTooLarge","errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes)."}""");
    }

    private JsonObject Invoke() =>
        ((Outcome<JsonObject>.Answered)_cloud.Begin("lambda", "Invoke", Functions.Invocation("echo", "{}")).Answer!).Response;
}
