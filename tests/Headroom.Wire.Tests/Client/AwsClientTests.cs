using Headroom.Wire.Client;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Json;
using Headroom.Wire.Protocols;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Shapes.Sns;
using Headroom.Wire.Signatures;

namespace Headroom.Wire.Tests.Client;

public class AwsClientTests
{
    private static readonly DescribeScalableTargetsRequest Targets = new() { ServiceNamespace = "ecs" };

    [Fact]
    public async Task A_call_is_signed_sent_and_its_answer_read()
    {
        var server = new LoopbackServer((asked, protocol) =>
            protocol.WriteResponse(asked.Operation, WireJson.ToJson(new PublishResponse { MessageId = "m-1" }), "id"));

        var answer = await Client(server).CallAsync<PublishRequest, PublishResponse>(
            "sns", "Publish", new PublishRequest { TopicArn = "arn:aws:sns:us-east-1:123456789012:customer_topic", Message = "hello! ☃" },
            TestContext.Current.CancellationToken);

        answer.MessageId.ShouldBe("m-1");
        var asked = server.Asked.ShouldHaveSingleItem();
        ((string?)asked.Request["Message"], asked.Host).ShouldBe(("hello! ☃", "127.0.0.1:4566"));
        asked.Signature.ShouldBeOfType<SignatureVerdict.Valid>().Scope.Service.ShouldBe("sns");
    }

    [Fact]
    public async Task A_refusal_is_an_exception_with_the_services_code_and_is_not_tried_again()
    {
        var server = new LoopbackServer(Refusing("ObjectNotFoundException", "no such target"));

        var refusal = await Should.ThrowAsync<AwsException>(Describe(server));

        refusal.Message.ShouldBe("application-autoscaling DescribeScalableTargets: ObjectNotFoundException: no such target");
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Throttling_is_tried_again()
    {
        var server = new LoopbackServer(
            Refusing("ThrottlingException", "Rate exceeded"),
            (asked, protocol) => protocol.WriteResponse(asked.Operation, [], "id"));

        (await Describe(server)).ScalableTargets.ShouldBeNull();

        server.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_fault_of_the_server_is_tried_three_times_in_all()
    {
        var server = new LoopbackServer(Refusing("InternalFailure", "try later"));

        (await Should.ThrowAsync<AwsException>(Describe(server))).Error.Code.ShouldBe("InternalFailure");

        server.Asked.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("ecs", null, "", "https://ecs.eu-west-1.amazonaws.com/", "eu-west-1")]
    [InlineData("iam", null, "", "https://iam.amazonaws.com/", "us-east-1")]
    [InlineData("cloudwatch", null, "", "https://monitoring.eu-west-1.amazonaws.com/", "eu-west-1")]
    [InlineData("ecs", null, "AWS_ENDPOINT_URL=http://127.0.0.1:4566", "http://127.0.0.1:4566/", "eu-west-1")]
    [InlineData("application-autoscaling", null, "AWS_ENDPOINT_URL_APPLICATION_AUTO_SCALING=http://127.0.0.1:1", "http://127.0.0.1:1/", "eu-west-1")]
    [InlineData("ecs", "http://127.0.0.1:2", "AWS_ENDPOINT_URL=http://127.0.0.1:4566", "http://127.0.0.1:2/", "eu-west-1")]
    [InlineData("ecs", null, "AWS_ENDPOINT_URL=", "https://ecs.eu-west-1.amazonaws.com/", "eu-west-1")]
    public void An_endpoint_is_where_the_user_said(string service, string? given, string variable, string url, string region)
    {
        var endpoint = AwsEndpoint.Resolve(
            ApiDescriptions.For(service), "eu-west-1", given,
            name => variable.StartsWith(name + "=", StringComparison.Ordinal) ? variable[(name.Length + 1)..] : null);

        (endpoint.Url.AbsoluteUri, endpoint.SigningRegion).ShouldBe((url, region));
    }

    private static Task<DescribeScalableTargetsResponse> Describe(LoopbackServer server) =>
        Client(server).CallAsync<DescribeScalableTargetsRequest, DescribeScalableTargetsResponse>(
            "application-autoscaling", "DescribeScalableTargets", Targets, TestContext.Current.CancellationToken);

    private static AwsClient Client(LoopbackServer server) => new(
        new HttpClient(server), new RequestSigner("AKIDEXAMPLE", "secret"), "us-east-1", "http://127.0.0.1:4566", TimeProvider.System);

    private static Func<OperationAsked, Protocol, WireResponse> Refusing(string code, string message) =>
        (asked, protocol) => protocol.WriteError(asked.Operation, new WireError(code, message), "id");
}
