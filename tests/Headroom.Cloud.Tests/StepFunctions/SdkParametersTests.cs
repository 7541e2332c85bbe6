using Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;
using Headroom.Wire.Descriptions;

namespace Headroom.Cloud.Tests.StepFunctions;

public class SdkParametersTests
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
        var read = SdkParameters.Read(Operation(service, operation), (States.Json.JsonObject)States.Json.JsonValue.Parse(parameters));

        read.Problems.ShouldBeEmpty();
        read.Request.ToJsonString().ShouldBe(request);
    }

    [Theory]
    [InlineData("""{"Clutter":"c"}""", "The field \"Clutter\" is not supported by Step Functions")]
    [InlineData("""{"DesiredCount":"many"}""", "The value for the field 'DesiredCount' must be an INTEGER")]
    [InlineData("""{"NetworkConfiguration":"awsvpc"}""", "The value for the field 'NetworkConfiguration' must be an OBJECT")]
    public void What_no_request_can_mean_is_a_problem(string parameters, string problem) =>
        SdkParameters.Read(Operation("ecs", "UpdateService"), (States.Json.JsonObject)States.Json.JsonValue.Parse(parameters)).Problems.ShouldBe([problem]);

    private static OperationDescription Operation(string service, string operation) => ApiDescriptions.For(service).Operations[operation];
}
