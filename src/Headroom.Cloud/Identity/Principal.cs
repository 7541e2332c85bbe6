using System.Text.Json.Serialization;

namespace Headroom.Cloud.Identity;

/// <summary>Who calls an operation.</summary>
[JsonDerivedType(typeof(Administrator), nameof(Administrator))]
[JsonDerivedType(typeof(AssumedRole), nameof(AssumedRole))]
[JsonDerivedType(typeof(AwsService), nameof(AwsService))]
[JsonDerivedType(typeof(ServiceLinkedRole), nameof(ServiceLinkedRole))]
public abstract record Principal
{
    private Principal()
    {
    }

    /// <summary>The caller's ARN as GetCallerIdentity and access-denied messages show it.</summary>
    public abstract string Arn { get; }

    /// <summary>The account's administrator: any access key that the cloud did not issue (loopback only). May do everything.</summary>
    public sealed record Administrator(string AccountId, string AccessKeyId) : Principal
    {
        /// <inheritdoc/>
        public override string Arn => $"arn:aws:iam::{AccountId}:user/administrator";
    }

    /// <summary>A session of a role: may do what the role's policies (and a resource's own policy) say.</summary>
    public sealed record AssumedRole(string AccountId, string RoleName, string RoleArn, string SessionName) : Principal
    {
        /// <inheritdoc/>
        public override string Arn => $"arn:aws:sts::{AccountId}:assumed-role/{RoleName}/{SessionName}";
    }

    /// <summary>An AWS service acting for itself, e.g. <c>sns.amazonaws.com</c> for one topic: may do what a resource's own policy says.</summary>
    public sealed record AwsService(string Name, string? SourceArn) : Principal
    {
        /// <inheritdoc/>
        public override string Arn => Name;
    }

    /// <summary>A service-linked role (Application Auto Scaling on ECS, …), whose permissions AWS maintains: may do what its service does.</summary>
    public sealed record ServiceLinkedRole(string AccountId, string ServiceName, string RoleName) : Principal
    {
        /// <inheritdoc/>
        public override string Arn => $"arn:aws:iam::{AccountId}:role/aws-service-role/{ServiceName}/{RoleName}";
    }
}
