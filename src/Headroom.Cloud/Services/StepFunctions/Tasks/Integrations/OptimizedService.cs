namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>The names that the AWS SDK for Java 1 has for a service.</summary>
/// <param name="Description">Our name of the service.</param>
/// <param name="Prefix">What stands before its errors.</param>
/// <param name="Client">Its name in causes.</param>
/// <param name="BaseException">The class of errors that the API does not declare.</param>
internal sealed record OptimizedService(string Description, string Prefix, string Client, string BaseException)
{
    /// <summary>The services with optimized integrations that are served here, as resource ARNs name them.</summary>
    public static OptimizedService? Named(string service) => service switch
    {
        "lambda" => new("lambda", "Lambda", "AWSLambda", "AWSLambdaException"),
        "sns" => new("sns", "SNS", "AmazonSNS", "AmazonSNSException"),
        "sqs" => new("sqs", "SQS", "AmazonSQS", "AmazonSQSException"),
        "dynamodb" => new("dynamodb", "DynamoDB", "AmazonDynamoDBv2", "AmazonDynamoDBException"),
        "events" => new("events", "EventBridge", "AmazonEventBridge", "AmazonEventBridgeException"),
        "states" => new("stepfunctions", "StepFunctions", "AWSStepFunctions", "AWSStepFunctionsException"),
        "ecs" => new("ecs", "ECS", "AmazonECS", "AmazonECSException"),
        _ => null,
    };
}
