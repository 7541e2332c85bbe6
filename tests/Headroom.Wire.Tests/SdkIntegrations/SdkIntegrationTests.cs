using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;
using Headroom.Wire.SdkIntegrations;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Shapes.DynamoDb;
using Headroom.Wire.Shapes.Ecs;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Wire.Tests.SdkIntegrations;

public class SdkIntegrationTests
{
    [Theory]
    [InlineData("ecs", "UpdateService", """{"Cluster":"c","Service":"s","DesiredCount":5}""", """{"cluster":"c","service":"s","desiredCount":5}""")]
    [InlineData("ecs", "UpdateService", """{"service":"s","DesiredCount":"5"}""", """{"service":"s","desiredCount":5}""")]
    [InlineData("ecs", "UpdateService", """{"Service":{"Name":"s"}}""", """{"service":"{\u0022Name\u0022:\u0022s\u0022}"}""")]
    [InlineData("ecs", "TagResource", """{"ResourceArn":"a","Tags":[{"Key":"k","Value":1}]}""", """{"resourceArn":"a","tags":[{"key":"k","value":"1"}]}""")]
    [InlineData(
        "dynamodb", "PutItem", """{"TableName":"t","Item":{"a Key":{"Bool":true},"x":{"M":{"in":{"Ss":["1"]}}},"y":{"Nul":true}}}""",
        """{"TableName":"t","Item":{"a Key":{"BOOL":true},"x":{"M":{"in":{"SS":["1"]}}},"y":{"NULL":true}}}""")]
    [InlineData("dynamodb", "UpdateTable", """{"TableName":"t","SseSpecification":{"KmsMasterKeyId":"k"}}""", """{"TableName":"t","SSESpecification":{"KMSMasterKeyId":"k"}}""")]
    [InlineData("lambda", "Invoke", """{"FunctionName":"f","Payload":{"a":1}}""", """{"FunctionName":"f","Payload":"eyJhIjoxfQ=="}""")]
    [InlineData("cloudwatch", "GetMetricStatistics", """{"StartTime":"2026-03-01T12:00:00Z"}""", """{"StartTime":"2026-03-01T12:00:00.000Z"}""")]
    public void Parameters_mean_a_request(string service, string operation, string parameters, string request)
    {
        var read = SdkParameters.Read(Operation(service, operation), Json(parameters));

        read.Problems.ShouldBeEmpty();
        read.Request.ToJsonString().ShouldBe(request);
    }

    [Theory]
    [InlineData("""{"Clutter":"c"}""", "The field \"Clutter\" is not supported by Step Functions")]
    [InlineData("""{"DesiredCount":"many"}""", "The value for the field 'DesiredCount' must be an INTEGER")]
    [InlineData("""{"NetworkConfiguration":"awsvpc"}""", "The value for the field 'NetworkConfiguration' must be an OBJECT")]
    public void What_no_request_can_mean_is_a_problem(string parameters, string problem) =>
        SdkParameters.Read(Operation("ecs", "UpdateService"), Json(parameters)).Problems.ShouldBe([problem]);

    [Theory]
    [InlineData(typeof(DescribeServicesResponse), """{"services":[{"desiredCount":5,"createdAt":"2026-03-01T12:00:00.000Z"}]}""", """{"Services":[{"DesiredCount":5,"CreatedAt":"2026-03-01T12:00:00Z"}]}""")]
    [InlineData(typeof(DescribeServicesResponse), """{"services":[{"createdAt":"2026-03-01T12:00:00.250Z","events":[{"message":"a \"×\""}]}]}""", """{"Services":[{"Events":[{"Message":"a \"×\""}],"CreatedAt":"2026-03-01T12:00:00.250Z"}]}""")]
    [InlineData(typeof(GetItemResponse), """{"Item":{"floor":{"N":"5"},"SS":{"SS":["a"]}}}""", """{"Item":{"floor":{"N":"5"},"SS":{"Ss":["a"]}}}""")]
    [InlineData(typeof(GetObjectResponse), """{"ETag":"\"e\"","Body":"YmluYXJ5IGRhdGE="}""", """{"Body":"binary data","ETag":"\"e\""}""")]
    [InlineData(typeof(PutScalingPolicyResponse), """{"PolicyARN":"arn","Alarms":[{"AlarmName":"n","AlarmARN":"arn"}]}""", """{"PolicyARN":"arn","Alarms":[{"AlarmName":"n","AlarmARN":"arn"}]}""")]
    [InlineData(typeof(DeleteScalingPolicyResponse), "{}", "{}")]
    public void An_answer_becomes_a_result(Type record, string response, string result) =>
        Encoding.UTF8.GetString(SdkResult.Write(Json(response).Deserialize(record, WireJson.Options)!)).ShouldBe(result);

    private static OperationDescription Operation(string service, string operation) => ApiDescriptions.For(service).Operations[operation];

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
