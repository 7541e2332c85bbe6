using System.CommandLine;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;
using Headroom.Cli.Output;

namespace Headroom.Cli.Commands;

/// <summary>The options that say which topic is meant, and publishing to it.</summary>
internal sealed class TopicOptions
{
    private readonly Option<string> _stack = new("--stack") { Description = "The CloudFormation stack with the CapacityHold.", DefaultValueFactory = _ => "infra" };

    private readonly Option<string?> _topicArn = new("--topic-arn") { Description = "The topic itself, instead of finding it in the stack; the notification is then published unchecked." };

    internal void AddTo(Command command)
    {
        command.Add(_stack);
        command.Add(_topicArn);
    }

    /// <summary>Publishes what the installation's Notifier will accept; says on standard error what nothing can be held of.</summary>
    /// <exception cref="CommandFailure">It would refuse it: nothing was published.</exception>
    internal async Task<Publication> PublishAsync(IAws aws, ParseResult parsed, string message, CancellationToken cancellation)
    {
        if (parsed.GetValue(_topicArn) is { } topicArn)
        {
            return await Publication.SendAsync(aws, topicArn, message, cancellation);
        }

        var hold = await HoldStack.FindAsync(aws, parsed.GetValue(_stack)!, cancellation);
        return await hold.PublishAsync(aws, message, cancellation);
    }
}
