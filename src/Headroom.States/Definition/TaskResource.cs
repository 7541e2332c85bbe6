using System.Diagnostics.CodeAnalysis;

namespace Headroom.States.Definition;

/// <summary>
/// What a Task calls, taken apart.
/// </summary>
/// <param name="Arn">As written: <c>arn:aws:states:::aws-sdk:ecs:updateService</c>.</param>
/// <param name="Pattern">How it is called.</param>
/// <param name="ResourceType">As in history: <c>lambda</c>, <c>aws-sdk:ecs</c>; empty for a function's or activity's own ARN.</param>
/// <param name="Resource">As in history: <c>updateService</c>, <c>publish.waitForTaskToken</c>, or the function's or activity's ARN.</param>
/// <param name="Service">The service alone: <c>ecs</c>; empty for a function's or activity's own ARN.</param>
/// <param name="Action">The action alone, as written: <c>updateService</c>; empty for a function's or activity's own ARN.</param>
public sealed record TaskResource(string Arn, TaskPattern Pattern, string ResourceType, string Resource, string Service, string Action)
{
    private const string Integration = ":states:::";

    /// <summary>Whether it calls an API as the AWS SDK does: parameters and results in PascalCase.</summary>
    public bool IsAwsSdk => ResourceType.StartsWith("aws-sdk:", StringComparison.Ordinal);

    /// <summary>Which <c>.sync</c> it is: 1, or 2 where the answer's Output is JSON.</summary>
    public int SyncVersion => Pattern != TaskPattern.Sync ? 0 : Resource.EndsWith(":2", StringComparison.Ordinal) ? 2 : 1;

    /// <summary>Takes an ARN apart; false where it is none that a Task can have.</summary>
    public static bool TryParse(string arn, [NotNullWhen(true)] out TaskResource? resource)
    {
        var parts = arn.Split(':');
        resource = parts is not ["arn", var partition, ..] || !partition.StartsWith("aws", StringComparison.Ordinal) ? null
            : arn.IndexOf(Integration, StringComparison.Ordinal) is > 0 and var at ? OfService(arn, arn[(at + Integration.Length)..])
            : parts is [_, _, "lambda", _, _, "function", _, ..] ? new(arn, TaskPattern.LambdaFunction, "", arn, "", "")
            : parts is [_, _, "states", _, _, "activity", _] ? new(arn, TaskPattern.Activity, "", arn, "", "")
            : null;
        return resource is not null;
    }

    private static TaskResource? OfService(string arn, string rest)
    {
        var (prefix, named) = rest.StartsWith("aws-sdk:", StringComparison.Ordinal) ? ("aws-sdk:", rest["aws-sdk:".Length..]) : ("", rest);
        var parts = named.Split(':', 2);
        if (parts is not [{ Length: > 0 } service, { Length: > 0 } resource])
        {
            return null;
        }

        var dot = resource.IndexOf('.', StringComparison.Ordinal);
        TaskPattern? pattern = dot < 0 ? TaskPattern.RequestResponse : resource[dot..] switch
        {
            ".sync" or ".sync:2" => TaskPattern.Sync,
            ".waitForTaskToken" => TaskPattern.WaitForTaskToken,
            _ => null,
        };
        return pattern is { } known ? new(arn, known, prefix + service, resource, service, dot < 0 ? resource : resource[..dot]) : null;
    }
}
