using System.Globalization;
using System.Text.Json.Serialization;

namespace Headroom.Notifications.Deletion;

/// <summary>What CloudFormation asks of a custom resource, as far as it matters here.</summary>
/// <param name="RequestType"><c>Create</c>, <c>Update</c> or <c>Delete</c>.</param>
/// <param name="ResponseURL">Where the answer is to be put.</param>
/// <param name="StackId">The stack's ARN.</param>
/// <param name="RequestId">A UUID.</param>
/// <param name="LogicalResourceId">The resource's name in the template.</param>
/// <param name="PhysicalResourceId">What the answer to its creation called it; null on creation.</param>
/// <param name="ResourceProperties">As the template gives them.</param>
internal sealed record CustomResourceRequest(
    [property: JsonRequired] string RequestType,
    [property: JsonRequired] string ResponseURL,
    [property: JsonRequired] string StackId,
    [property: JsonRequired] string RequestId,
    [property: JsonRequired] string LogicalResourceId,
    string? PhysicalResourceId,
    CustomResourceRequest.Properties? ResourceProperties)
{
    /// <summary>The resource's properties.</summary>
    /// <param name="SettleSeconds">Seconds to wait before the look, 0 to 60, as CloudFormation passes on numbers: as text; null for none.</param>
    internal sealed record Properties(string? SettleSeconds);

    /// <summary>Whether no notification can come any longer.</summary>
    public bool IsLast => Settling > TimeSpan.Zero;

    /// <summary>How long the last notifications may need to become executions; zero while more can come.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    public TimeSpan Settling => TimeSpan.FromSeconds(int.Parse(ResourceProperties?.SettleSeconds ?? "0", NumberStyles.None, CultureInfo.InvariantCulture));
}
