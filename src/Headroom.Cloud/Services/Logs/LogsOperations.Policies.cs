using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Logs;

/// <summary>Resource policies: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html.</summary>
internal static partial class LogsOperations
{
    /// <summary>Every resource policy's document: they are the account's, not one group's.</summary>
    internal static IReadOnlyList<string> Policies(Step step) => [.. step.Table(LogsState.Policies).All.Select(policy => policy.Document)];

    internal static Outcome<PutResourcePolicyResponse> PutResourcePolicy(Step step, PutResourcePolicyRequest request)
    {
        if (request is not { PolicyName: { } name, PolicyDocument: { } document })
        {
            return LogsRefusals.Invalid("PolicyName and PolicyDocument are required.");
        }

        var policy = new Policy(name, document, step.Now);
        step.Table(LogsState.Policies).Put(name, policy);
        return new PutResourcePolicyResponse { ResourcePolicy = Describe(policy) };
    }

    internal static Outcome<DeleteResourcePolicyResponse> DeleteResourcePolicy(Step step, DeleteResourcePolicyRequest request) =>
        step.Table(LogsState.Policies).Remove(request.PolicyName ?? "")
            ? new DeleteResourcePolicyResponse()
            : new Refusal("ResourceNotFoundException", $"Policy with name [{request.PolicyName}] does not exist.");

    internal static Outcome<DescribeResourcePoliciesResponse> DescribeResourcePolicies(Step step, DescribeResourcePoliciesRequest request) =>
        new DescribeResourcePoliciesResponse { ResourcePolicies = [.. step.Table(LogsState.Policies).All.Select(Describe)] };

    private static ResourcePolicy Describe(Policy policy) => new()
    {
        PolicyName = policy.Name,
        PolicyDocument = policy.Document,
        LastUpdatedTime = policy.UpdatedAt.ToUnixTimeMilliseconds(),
    };
}
