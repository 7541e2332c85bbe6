using Amazon.CDK;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>Refuses, at synthesis, what would only fail after the deployment.</summary>
internal static class CapacityHoldLimits
{
    private const int MostServices = 1000;
    private static readonly Duration LongestPossibleHold = Duration.Days(30);

    internal static void Check(CapacityHold hold, CapacityHoldProps props)
    {
        if (props.Services.Count is 0 or > MostServices)
        {
            throw new ArgumentException($"Services: {props.Services.Count} given; 1 to {MostServices} are possible.", nameof(props));
        }

        if (props.Services.FirstOrDefault(service => !IsName(service.ClusterName) || !IsName(service.ServiceName)) is { } misnamed)
        {
            throw new ArgumentException(
                $"Services: {misnamed.Name} given; a cluster's name and a service's are possible, each of 1 to 255 letters, digits, hyphens and underscores, and no ARN.", nameof(props));
        }

        if (props.Services.GroupBy(service => service.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Services: {twice.Key} is given twice.", nameof(props));
        }

        if (props.LongestHold.ToSeconds() > LongestPossibleHold.ToSeconds())
        {
            throw new ArgumentException($"LongestHold: {props.LongestHold.ToIsoString()} given; at most {LongestPossibleHold.ToIsoString()} is possible.", nameof(props));
        }

        if (props.DefaultHold.ToSeconds() is var seconds && (seconds < 1 || seconds > props.LongestHold.ToSeconds()))
        {
            throw new ArgumentException($"DefaultHold: {props.DefaultHold.ToIsoString()} given; PT1S to LongestHold, {props.LongestHold.ToIsoString()}, is possible.", nameof(props));
        }

        if (props.Topic is { Fifo: true })
        {
            throw new ArgumentException("Topic: a FIFO topic cannot invoke a Lambda function.", nameof(props));
        }

        foreach (var other in hold.Node.Root.Node.FindAll().OfType<CapacityHold>().Where(other => other != hold && AreInOnePlace(hold, other)))
        {
            if (props.Services.FirstOrDefault(service => other.Services.Contains(service)) is { } shared)
            {
                throw new ArgumentException(
                    $"Services: {shared.Name} is covered by {other.Node.Path} already. Of two holds of one service the first that ends ends both: cover it once, and publish to that one's topic.",
                    nameof(props));
            }
        }
    }

    // As Amazon ECS allows them, and the Notifier reads them.
    private static bool IsName(string text) =>
        Token.IsUnresolved(text) || (text.Length is > 0 and <= 255 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));

    // Stacks that do not say where they go may go to different accounts.
    private static bool AreInOnePlace(Construct one, Construct other)
    {
        var (here, there) = (Stack.Of(one), Stack.Of(other));
        return here == there || (here.Environment == there.Environment && !here.Environment.Contains("unknown-", StringComparison.Ordinal));
    }
}
