using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Validation;

namespace Headroom.Wire.Tests.Validation;

public class RequestValidationTests
{
    public static TheoryData<string, string, string, string, string> Refused => new()
    {
        {
            "application-autoscaling", "DescribeScalableTargets", "{}", "ValidationException",
            "1 validation error detected: Value null at 'serviceNamespace' failed to satisfy constraint: Member must not be null"
        },
        {
            "application-autoscaling", "RegisterScalableTarget",
            """{"ServiceNamespace":"ecs","ResourceId":"","ScalableDimension":"ecs:service:Desired"}""", "ValidationException",
            "2 validation errors detected: Value '' at 'resourceId' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 1; Value 'ecs:service:Desired' at 'scalableDimension' failed to satisfy "
            + "constraint: Member must satisfy enum value set: [ecs:service:DesiredCount, "
        },
        {
            "dynamodb", "GetItem", """{"TableName":"holds","Key":{"id":{"S":"a"}},"AttributesToGet":[]}""", "ValidationException",
            "1 validation error detected: Value '[]' at 'attributesToGet' failed to satisfy constraint: Member must have length greater than or equal to 1"
        },
        {
            "events", "PutTargets", """{"Rule":"sweep","Targets":[{"Id":"one","Arn":"arn"},{"Id":"t wo","Arn":"arn"}]}""", "ValidationException",
            "1 validation error detected: Value 't wo' at 'targets.2.member.id' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+"
        },
        {
            "application-autoscaling", "DescribeScalableTargets", """{"ServiceNamespace":"ecs","ResourceIds":["a",""]}""", "ValidationException",
            "1 validation error detected: Value '[a, ]' at 'resourceIds' failed to satisfy constraint: Member must satisfy constraint: "
            + "[Member must have length less than or equal to 1600, Member must have length greater than or equal to 1, "
        },
        {
            "sqs", "SendMessage", """{"QueueUrl":"http://127.0.0.1:4566/123456789012/dead"}""", "MissingParameter",
            "The request must contain the parameter MessageBody."
        },
        {
            "iam", "GetRole", """{"RoleName":"a role"}""", "ValidationError",
            @"1 validation error detected: Value 'a role' at 'roleName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]+"
        },
        {
            "lambda", "CreateFunction",
            """{"FunctionName":"f","Role":"arn:aws:iam::123456789012:role/f","Code":{},"MemorySize":64}""", "ValidationException",
            "1 validation error detected: Value '64' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128"
        },
        {
            "logs", "CreateLogGroup", """{"logGroupName":"a group"}""", "InvalidParameterException",
            "1 validation error detected: Value 'a group' at 'logGroupName' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+"
        },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_a_shape_refuses_is_refused_in_the_services_words(string service, string operation, string request, string code, string message)
    {
        var error = Check(service, operation, request);

        error.ShouldNotBeNull().Code.ShouldBe(code);
        error.Message.ShouldStartWith(message);
    }

    [Fact]
    public void What_a_shape_allows_is_let_through() =>
        Check("application-autoscaling", "RegisterScalableTarget", """
            {"ServiceNamespace":"ecs","ResourceId":"service/ecs-scaling-example/service_1","ScalableDimension":"ecs:service:DesiredCount",
             "MinCapacity":5,"SuspendedState":{"DynamicScalingInSuspended":true}}
            """).ShouldBeNull();

    private static Headroom.Wire.Protocols.WireError? Check(string service, string operation, string request)
    {
        var description = ApiDescriptions.For(service);
        return RequestValidation.Check(description, description.Operations[operation], JsonNode.Parse(request)!.AsObject());
    }
}
