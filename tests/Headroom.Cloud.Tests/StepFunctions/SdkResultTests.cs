using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Shapes.CloudWatch;
using Headroom.Wire.Shapes.DynamoDb;
using Headroom.Wire.Shapes.Ecs;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Tests.StepFunctions;

public class SdkResultTests
{
    [Theory]
    [InlineData(typeof(DescribeServicesResponse), """{"services":[{"desiredCount":5,"createdAt":"2026-03-01T12:00:00.000Z"}]}""", """{"Services":[{"DesiredCount":5,"CreatedAt":"2026-03-01T12:00:00Z"}]}""")]
    [InlineData(typeof(DescribeServicesResponse), """{"services":[{"createdAt":"2026-03-01T12:00:00.250Z","events":[{"message":"a \"×\""}]}]}""", """{"Services":[{"Events":[{"Message":"a \"×\""}],"CreatedAt":"2026-03-01T12:00:00.250Z"}]}""")]
    [InlineData(typeof(GetItemResponse), """{"Item":{"floor":{"N":"5"},"SS":{"SS":["a"]}}}""", """{"Item":{"floor":{"N":"5"},"SS":{"Ss":["a"]}}}""")]
    [InlineData(typeof(GetObjectResponse), """{"ETag":"\"e\"","Body":"YmluYXJ5IGRhdGE="}""", """{"Body":"binary data","ETag":"\"e\""}""")]
    [InlineData(typeof(PutScalingPolicyResponse), """{"PolicyARN":"arn","Alarms":[{"AlarmName":"n","AlarmARN":"arn"}]}""", """{"PolicyARN":"arn","Alarms":[{"AlarmName":"n","AlarmARN":"arn"}]}""")]
    [InlineData(typeof(GetMetricStatisticsResponse), """{"Datapoints":[{"Average":5,"Maximum":7.25,"Unit":"Count"}]}""", """{"Datapoints":[{"Average":5,"Maximum":7.25,"Unit":"Count"}]}""")]
    [InlineData(typeof(DeleteScalingPolicyResponse), "{}", "{}")]
    public void An_answer_becomes_a_result(Type record, string response, string result) =>
        SdkResult.Of(Json(response).Deserialize(record, WireJson.Options)).ToString().ShouldBe(result);

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
