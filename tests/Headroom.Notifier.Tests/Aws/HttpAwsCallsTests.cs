using System.Net;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Delivery;
using Headroom.Notifier.Aws;

namespace Headroom.Notifier.Tests.Aws;

public sealed class HttpAwsCallsTests : IAsyncLifetime
{
    private readonly Dictionary<string, string> environment = new()
    {
        ["AWS_REGION"] = "eu-central-1",
        ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
        ["AWS_SESSION_TOKEN"] = "the-token",
    };

    private FakeLambda lambda = null!;

    public async ValueTask InitializeAsync()
    {
        lambda = await FakeLambda.StartAsync();
        environment["AWS_ENDPOINT_URL"] = $"http://{lambda.Host}";
    }

    public ValueTask DisposeAsync() => lambda.DisposeAsync();

    [Theory]
    [InlineData("states", "StartExecution", "AWSStepFunctions.StartExecution", "1.0")]
    [InlineData("ssm", "GetParametersByPath", "AmazonSSM.GetParametersByPath", "1.1")]
    [InlineData("sqs", "SendMessage", "AmazonSQS.SendMessage", "1.0")]
    [InlineData("application-autoscaling", "DescribeScalableTargets", "AnyScaleFrontendService.DescribeScalableTargets", "1.1")]
    public async Task A_call_is_sent_in_its_services_protocol_and_signed_for_it(
        string service, string operation, string target, string jsonVersion)
    {
        var reply = await CallAsync(service, operation);

        reply.ShouldBe(new AwsReply.Answered("""{"executionArn":"arn:started"}"""));
        var request = await lambda.AwsRequestAsync();
        request.Target.ShouldBe(target);
        request.Body.ShouldBe("{}");
        request.Headers["content-type"].ShouldBe($"application/x-amz-json-{jsonVersion}");
        request.Headers["x-amz-security-token"].ShouldBe("the-token");
        var signed = request.Headers["authorization"].Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        signed.ShouldBe(["content-type", "host", "x-amz-date", "x-amz-security-token", "x-amz-target"]);
        var received = new SortedDictionary<string, string>(signed.ToDictionary(name => name, name => request.Headers[name]), StringComparer.Ordinal);
        var signature = new SignatureV4(new Credentials("AKIDEXAMPLE", "secret", SessionToken: null), "eu-central-1", service);
        request.Headers["authorization"].ShouldBe(signature.Authorization("/", received, "{}"u8.ToArray()));
    }

    [Fact]
    public async Task A_service_of_the_query_protocol_is_asked_in_a_form_and_answers_in_XML()
    {
        lambda.Aws = _ => (HttpStatusCode.OK, """
            <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
              <StackName>shop</StackName><StackStatus>DELETE_IN_PROGRESS</StackStatus></member></Stacks></DescribeStacksResult>
              <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeStacksResponse>
            """);

        using var calls = HttpAwsCalls.From(environment.GetValueOrDefault, TimeProvider.System);
        var reply = await calls.CallAsync("cloudformation", "DescribeStacks", """{"StackName":"arn:aws:cloudformation:x:1:stack/shop/1"}""", CancellationToken.None);

        reply.ShouldBe(new AwsReply.Answered("""{"Stacks":[{"StackName":"shop","StackStatus":"DELETE_IN_PROGRESS"}]}"""));
        var request = await lambda.AwsRequestAsync();
        request.Body.ShouldBe("Action=DescribeStacks&Version=2010-05-15&StackName=arn%3Aaws%3Acloudformation%3Ax%3A1%3Astack%2Fshop%2F1");
        request.Headers["content-type"].ShouldBe("application/x-www-form-urlencoded");
        request.Headers["authorization"].ShouldContain("/cloudformation/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token,");
    }

    [Theory]
    [InlineData(403, "<ErrorResponse xmlns='http://x/'><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>", "AccessDenied", "no")]
    [InlineData(400, "<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>", "Throttling", "")]
    [InlineData(503, "<html>Service Unavailable</html>", "Http503", "")]
    [InlineData(502, "Bad gateway", "Http502", "the answer is not in AWS's error form")]
    public async Task A_refusal_of_the_query_protocol_is_read_too(int status, string body, string code, string message)
    {
        lambda.Aws = _ => ((HttpStatusCode)status, body);

        (await CallAsync("cloudformation", "DescribeStacks")).ShouldBe(new AwsReply.Failed(status, code, message));
    }

    [Theory]
    [InlineData(400, """{"__type":"com.amazonaws.swf#ExecutionAlreadyExists","message":"it is there"}""", "ExecutionAlreadyExists", "it is there")]
    [InlineData(400, """{"__type":"ValidationException","Message":"capital"}""", "ValidationException", "capital")]
    [InlineData(400, """{"__type":"ThrottlingException:http://internal/","message":null}""", "ThrottlingException", "")]
    [InlineData(500, "{}", "Http500", "")]
    [InlineData(503, "<html>Service Unavailable</html>", "Http503", "the answer is not in AWS's error form")]
    [InlineData(502, "", "Http502", "the answer is not in AWS's error form")]
    public async Task A_refusal_is_read_in_every_form_it_has(int status, string body, string code, string message)
    {
        lambda.Aws = _ => ((HttpStatusCode)status, body);

        (await CallAsync("states", "StartExecution")).ShouldBe(new AwsReply.Failed(status, code, message));
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_a_passing_failure()
    {
        await lambda.DisposeAsync();

        (await CallAsync("states", "StartExecution")).ShouldBeOfType<AwsReply.Failed>().IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("eu-central-1", "states", "https://states.eu-central-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", "application-autoscaling", "https://application-autoscaling.us-gov-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "sqs", "https://sqs.cn-north-1.amazonaws.com.cn/")]
    public void Without_an_endpoint_of_its_own_it_goes_to_AWS_in_the_functions_Region(string region, string service, string url)
    {
        environment.Remove("AWS_ENDPOINT_URL");
        environment["AWS_REGION"] = region;

        AwsService.Named(service).Endpoint(environment.GetValueOrDefault).AbsoluteUri.ShouldBe(url);
    }

    [Theory]
    [InlineData("AWS_REGION")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    public void What_Lambda_should_have_set_is_named_when_missing(string variable)
    {
        environment.Remove(variable);

        Should.Throw<InvalidSettingException>(() => HttpAwsCalls.From(environment.GetValueOrDefault, TimeProvider.System))
            .Message.ShouldBe($"{variable} is \"\"; it must be set.");
    }

    private async Task<AwsReply> CallAsync(string service, string operation)
    {
        using var calls = HttpAwsCalls.From(environment.GetValueOrDefault, TimeProvider.System);
        return await calls.CallAsync(service, operation, "{}", CancellationToken.None);
    }
}
