using System.Text.Json.Serialization;

namespace Headroom.Notifications.Deletion;

/// <summary>What CloudFormation asks of a custom resource, as far as it matters here.</summary>
/// <param name="RequestType"><c>Create</c>, <c>Update</c> or <c>Delete</c>.</param>
/// <param name="ResponseURL">Where the answer is to be put.</param>
/// <param name="StackId">The stack's ARN.</param>
/// <param name="RequestId">A UUID.</param>
/// <param name="LogicalResourceId">The resource's name in the template.</param>
/// <param name="PhysicalResourceId">What the answer to its creation called it; null on creation.</param>
internal sealed record CustomResourceRequest(
    [property: JsonRequired] string RequestType,
    [property: JsonRequired] string ResponseURL,
    [property: JsonRequired] string StackId,
    [property: JsonRequired] string RequestId,
    [property: JsonRequired] string LogicalResourceId,
    string? PhysicalResourceId);
