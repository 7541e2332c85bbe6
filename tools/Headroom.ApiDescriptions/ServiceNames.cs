namespace Headroom.Tools.ApiDescriptions;

/// <summary>How a service's folder name reads in C#.</summary>
public static class ServiceNames
{
    /// <summary>The last part of the namespace of a service's records: <c>application-autoscaling</c> → <c>ApplicationAutoScaling</c>.</summary>
    public static string NamespaceOf(string service) => service switch
    {
        "application-autoscaling" => "ApplicationAutoScaling",
        "cloudformation" => "CloudFormation",
        "cloudwatch" => "CloudWatch",
        "dynamodb" => "DynamoDb",
        "events" => "EventBridge",
        "stepfunctions" => "StepFunctions",
        _ => char.ToUpperInvariant(service[0]) + service[1..],
    };
}
