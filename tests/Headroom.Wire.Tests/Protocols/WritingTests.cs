using System.Text;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols;

namespace Headroom.Wire.Tests.Protocols;

public class WritingTests
{
    [Theory]
    [InlineData("ecs", WireProtocol.Json, "UpdateService", "ClusterNotFoundException", 400, """{"__type":"ClusterNotFoundException","message":"why not"}""")]
    [InlineData("application-autoscaling", WireProtocol.Json, "RegisterScalableTarget", "ValidationException", 400, """{"__type":"ValidationException","Message":"why not"}""")]
    [InlineData("application-autoscaling", WireProtocol.Json, "RegisterScalableTarget", "AccessDeniedException", 400, """{"__type":"AccessDeniedException","Message":"why not"}""")]
    [InlineData("dynamodb", WireProtocol.Json, "PutItem", "ConditionalCheckFailedException", 400, """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"why not"}""")]
    [InlineData("sqs", WireProtocol.Json, "SendMessage", "QueueDoesNotExist", 400, """{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"why not"}""")]
    [InlineData("lambda", WireProtocol.RestJson, "Invoke", "ResourceNotFoundException", 404, """{"Type":"User","__type":"ResourceNotFoundException","Message":"why not"}""")]
    [InlineData("sns", WireProtocol.Query, "Publish", "NotFoundException", 404, "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>NotFound</Code><Message>why not</Message></Error><RequestId>id</RequestId></ErrorResponse>")]
    [InlineData("sts", WireProtocol.Query, "AssumeRole", "AccessDenied", 403, "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>why not</Message></Error><RequestId>id</RequestId></ErrorResponse>")]
    [InlineData("s3", WireProtocol.RestXml, "GetObject", "NoSuchKey", 404, "<Error><Code>NoSuchKey</Code><Message>why not</Message><RequestId>id</RequestId></Error>")]
    public void An_error_looks_as_the_service_writes_it(string service, WireProtocol protocol, string operation, string code, int status, string body)
    {
        var response = Write(service, protocol, operation, code);

        response.Status.ShouldBe(status);
        Encoding.UTF8.GetString(response.Body).Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "", StringComparison.Ordinal).ShouldBe(body);
    }

    [Theory]
    [InlineData("sqs", "SendMessage", "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue;Sender")]
    [InlineData("cloudwatch", "PutMetricData", "MissingRequiredParameterException", "MissingParameter;Sender")]
    [InlineData("cloudwatch", "PutMetricData", "InternalServiceFault", "InternalServiceError;Receiver")]
    public void A_service_that_spoke_Query_adds_the_code_of_that_time(string service, string operation, string code, string header) =>
        Write(service, WireProtocol.Json, operation, code).Headers["x-amzn-query-error"].ShouldBe(header);

    [Fact]
    public void An_error_about_an_object_asked_for_with_HEAD_has_no_body()
    {
        var response = Write("s3", WireProtocol.RestXml, "HeadObject", "NoSuchKey");

        (response.Status, response.Body.Length).ShouldBe((404, 0));
    }

    [Fact]
    public void An_error_carries_its_further_members()
    {
        var description = ApiDescriptions.For("dynamodb");
        var error = new WireError("ConditionalCheckFailedException", "The conditional request failed")
        {
            Members = JsonNode.Parse("""{"Item":{"owner":{"S":"me"}}}""")!.AsObject(),
        };

        var response = Protocol.For(description, WireProtocol.Json).WriteError(description.Operations["UpdateItem"], error, "id");

        JsonNode.Parse(response.Body)!["Item"]!["owner"]!["S"]!.ToString().ShouldBe("me");
    }

    [Fact]
    public void A_status_that_the_answer_gives_is_the_status()
    {
        var description = ApiDescriptions.For("lambda");
        var answer = new JsonObject { ["StatusCode"] = 202 };

        Protocol.For(description, WireProtocol.RestJson).WriteResponse(description.Operations["Invoke"], answer, "id").Status.ShouldBe(202);
    }

    [Fact]
    public void An_answer_with_a_member_that_the_shape_does_not_have_is_our_own_mistake()
    {
        var description = ApiDescriptions.For("ecs");

        Should.Throw<ArgumentException>(() => Protocol.For(description, WireProtocol.Json)
            .WriteResponse(description.Operations["UpdateService"], new JsonObject { ["Service"] = new JsonObject() }, "id"))
            .Message.ShouldStartWith("UpdateServiceResponse has no member Service");
    }

    private static WireResponse Write(string service, WireProtocol protocol, string operation, string code)
    {
        var description = ApiDescriptions.For(service);
        return Protocol.For(description, protocol).WriteError(description.Operations[operation], new WireError(code, "why not"), "id");
    }
}
