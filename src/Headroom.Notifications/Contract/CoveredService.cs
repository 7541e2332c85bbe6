namespace Headroom.Notifications.Contract;

/// <summary>One ECS service that this installation may hold.</summary>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Service">The service's name.</param>
public sealed record CoveredService(string Cluster, string Service)
{
    private const int LongestName = 255;
    private const string Namespace = "service/";

    /// <summary>The scalable target's <c>ResourceId</c>: <c>service/&lt;cluster&gt;/&lt;service&gt;</c>.</summary>
    public string Target => $"{Namespace}{Cluster}/{Service}";

    /// <summary>As people write it: <c>cluster/service</c>.</summary>
    public override string ToString() => $"{Cluster}/{Service}";

    /// <summary>
    /// Reads <c>cluster/service</c>; null where a part is missing or no ECS name (1 to 255 letters, digits, <c>-</c>, <c>_</c>).
    /// </summary>
    public static CoveredService? TryParse(string text) =>
        text.Split('/') is [var cluster, var service] && IsName(cluster) && IsName(service) ? new CoveredService(cluster, service) : null;

    /// <summary>The service of a scalable target's <c>ResourceId</c>; null where it is none of a service.</summary>
    public static CoveredService? OfTarget(string target) =>
        target.StartsWith(Namespace, StringComparison.Ordinal) ? TryParse(target[Namespace.Length..]) : null;

    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
