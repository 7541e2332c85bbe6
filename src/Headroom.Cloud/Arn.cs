using System.Diagnostics.CodeAnalysis;

namespace Headroom.Cloud;

/// <summary>An Amazon Resource Name in its parts (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).</summary>
/// <param name="Partition">E.g. <c>aws</c>.</param>
/// <param name="Service">E.g. <c>sqs</c>.</param>
/// <param name="Region">Empty for global services.</param>
/// <param name="AccountId">Empty for S3.</param>
/// <param name="Resource">All the rest, colons and slashes included.</param>
public sealed record Arn(string Partition, string Service, string Region, string AccountId, string Resource)
{
    /// <summary>Reads an ARN; false where the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Arn? arn)
    {
        arn = text?.Split(':', 6) is ["arn", var partition, { Length: > 0 } service, var region, var account, { Length: > 0 } resource]
            ? new(partition, service, region, account, resource)
            : null;
        return arn is not null;
    }

    /// <summary>The last part of the resource: what follows its last colon or slash.</summary>
    public string Name => Resource[(Resource.LastIndexOfAny([':', '/']) + 1)..];

    /// <summary>The ARN as text.</summary>
    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{AccountId}:{Resource}";
}
