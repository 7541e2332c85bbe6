using System.Text;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols;

namespace Headroom.Wire.Tests.Protocols;

public class IdentifyTests
{
    [Theory]
    [InlineData("X-Amz-Target: AmazonEC2ContainerServiceV20141113.CreateTaskSet", "POST /", "", 400, "UnknownOperationException", "ECS has no operation CreateTaskSet")]
    [InlineData("X-Amz-Target: Logs_20000101.X", "POST /", "", 400, "UnknownOperationException", "Logs_20000101 has no operation X")]
    [InlineData("Content-Type: application/x-www-form-urlencoded", "POST /", "Action=Verify&Version=2010-03-31", 400, "InvalidAction", "Could not find operation Verify for version 2010-03-31")]
    [InlineData("Authorization: AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=0", "GET /2018-10-31/layers", "", 404, "UnknownOperationException", "Lambda has no operation for GET /2018-10-31/layers")]
    [InlineData("Authorization: AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0", "PUT /bucket?acl", "", 501, "NotImplemented", "S3 has no operation for PUT /bucket?acl")]
    public void An_unknown_operation_is_named_in_the_protocols_own_error(string header, string line, string body, int status, string code, string message)
    {
        var unknown = ServerProtocols.Identify(Request(header, line, body)).ShouldBeOfType<Identified.Unknown>();

        unknown.Error.Code.ShouldBe(code);
        unknown.Error.Message.ShouldStartWith(message);
        var response = unknown.Protocol.WriteError(null, unknown.Error, "id");
        response.Status.ShouldBe(status);
        Encoding.UTF8.GetString(response.Body).ShouldContain(code);
    }

    [Theory]
    [InlineData("Content-Type: application/x-www-form-urlencoded; charset=utf-8", "POST /", "Action=GetCallerIdentity&Version=2011-06-15", "sts GetCallerIdentity")]
    [InlineData("Accept: */*", "GET /?Action=ListTopics&Version=2010-03-31", "", "sns ListTopics")]
    [InlineData("Accept: */*", "POST /2015-03-31/functions/notifier/invocations", "{}", "lambda Invoke")]
    [InlineData("Accept: */*", "PUT /bucket/a/key?partNumber=1&uploadId=u", "", "s3 UploadPart")]
    [InlineData("Accept: */*", "PUT /bucket/a/key?x-id=PutObject", "", "s3 PutObject")]
    [InlineData("x-amz-copy-source: bucket/other", "PUT /bucket/a/key", "", "s3 CopyObject")]
    [InlineData("x-amz-copy-source: bucket/other", "PUT /bucket/a/key?partNumber=1&uploadId=u", "", "s3 UploadPartCopy")]
    [InlineData("Host: bucket.s3.localhost:4566", "PUT /a/key", "", "s3 PutObject")]
    [InlineData("Host: s3.localhost:4566", "PUT /bucket", "", "s3 CreateBucket")]
    [InlineData("Accept: */*", "POST /bucket?delete", "", "s3 DeleteObjects")]
    public void A_request_tells_its_operation(string header, string line, string body, string operation)
    {
        var call = ServerProtocols.Identify(Request(header, line, body)).ShouldBeOfType<Identified.Call>();

        $"{call.Protocol.Service.Service} {call.Operation.Name}".ShouldBe(operation);
    }

    [Fact]
    public void A_bucket_in_the_host_is_read_as_one_in_the_path()
    {
        var request = Request("Host: my-bucket.s3.localhost:4566", "PUT /a/key%20b", "hello!");
        var call = ServerProtocols.Identify(request).ShouldBeOfType<Identified.Call>();

        var json = call.Protocol.ReadRequest(call.Operation, request).ShouldBeOfType<WireResult.Read>().Json;

        ((string?)json["Bucket"], (string?)json["Key"], (string?)json["Body"]).ShouldBe(("my-bucket", "a/key b", "aGVsbG8h"));
    }

    [Fact]
    public void An_older_queue_client_names_the_queue_in_the_path()
    {
        var request = Request(
            "Content-Type: application/x-www-form-urlencoded", "POST /123456789012/dead-letters",
            "Action=ReceiveMessage&Version=2012-11-05&AttributeName.1=All&MessageAttributeName.1=reason");
        var call = ServerProtocols.Identify(request).ShouldBeOfType<Identified.Call>();

        call.Protocol.ReadRequest(call.Operation, request).ShouldBeOfType<WireResult.Read>().Json.ToJsonString().ShouldBe(
            """{"AttributeNames":["All"],"MessageAttributeNames":["reason"],"QueueUrl":"http://127.0.0.1:4566/123456789012/dead-letters"}""");
    }

    private static WireRequest Request(string header, string line, string body)
    {
        var (name, value) = header.Split(": ", 2) is [var before, var after] ? (before, after) : throw new ArgumentException(header, nameof(header));
        var target = line.Split(' ')[1].Split('?', 2);
        return new WireRequest(
            line.Split(' ')[0],
            target[0],
            target.Length > 1 ? target[1] : "",
            new WireHeaders { ["Host"] = "127.0.0.1:4566" }.With(name, value),
            Encoding.UTF8.GetBytes(body));
    }
}
