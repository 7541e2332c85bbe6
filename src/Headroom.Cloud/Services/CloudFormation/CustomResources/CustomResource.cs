using System.Globalization;
using System.Text;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.CloudFormation.CustomResources;

/// <summary>
/// Resources whose provider is a function of the account: it is told to create, update or delete, and puts its answer where the request says
/// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html">custom resource request and response reference</see>).
/// </summary>
internal static class CustomResource
{
    private const string Plain = "AWS::CloudFormation::CustomResource";
    private const string Named = "Custom::";
    private const int LongestTimeout = 3600;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>The type of this name; null where it is none of a custom resource.</summary>
    internal static ResourceType? Type(string name) => name == Plain || name.StartsWith(Named, StringComparison.Ordinal)
        ? new(name, request => Ask(request, name, "Create"), request => Ask(request, name, "Update"), request => Ask(request, name, "Delete")) { Check = Hear }
        : null;

    private static ResourceProgress Ask(ResourceRequest request, string type, string verb)
    {
        var provider = (string?)request.Properties["ServiceToken"] ?? "";
        if (!provider.Contains(":lambda:", StringComparison.Ordinal))
        {
            return new ResourceProgress.Failed($"ServiceToken is \"{provider}\": the embedded cloud has custom resources of Lambda functions only.");
        }

        if (verb == "Update" && (string?)request.OldProperties["ServiceToken"] != provider)
        {
            return new ResourceProgress.Failed("Modifying service token is not allowed.");
        }

        var asked = request with { PhysicalId = verb == "Create" ? request.GeneratedName() : request.PhysicalId };
        ResponseBucket.Open(request.Step);
        var refused = request.Try<InvokeRequest, InvokeResponse>("lambda", "Invoke", new()
        {
            FunctionName = provider,
            InvocationType = "Event",
            Payload = Encoding.UTF8.GetBytes(ProviderRequest.Of(asked, type, verb).ToJsonString()),
        });
        return refused is null ? new ResourceProgress.InProgress(asked.PhysicalId, Poll) : ResourceProgress.From("Lambda", refused);
    }

    private static ResourceProgress Hear(ResourceRequest request) => ResponseBucket.Read(request) switch
    {
        { } response => ProviderResponse.Progress(request, response),
        null when request.Step.Now - request.Since < Timeout(request) => new ResourceProgress.InProgress(request.PhysicalId, Poll),
        null => new ResourceProgress.Failed($"CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [{request.ClientToken}]."),
    };

    private static TimeSpan Timeout(ResourceRequest request) => TimeSpan.FromSeconds(
        int.TryParse(request.Properties["ServiceTimeout"]?.ToString(), CultureInfo.InvariantCulture, out var seconds) ? Math.Clamp(seconds, 1, LongestTimeout) : LongestTimeout);
}
