using System.CommandLine;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;

namespace Headroom.Cli.Commands;

/// <summary>The options that say which topic is meant.</summary>
internal sealed class TopicOptions
{
    internal Option<string> Stack { get; } = new("--stack") { Description = "The CloudFormation stack with the CapacityHold.", DefaultValueFactory = _ => "infra" };

    private readonly Option<string?> _topicArn = new("--topic-arn") { Description = "The topic itself, instead of finding it in the stack." };

    internal void AddTo(Command command)
    {
        command.Add(Stack);
        command.Add(_topicArn);
    }

    internal async Task<string> ArnAsync(IAws aws, ParseResult parsed, CancellationToken cancellation) =>
        parsed.GetValue(_topicArn) ?? (await HoldStack.FindAsync(aws, parsed.GetValue(Stack)!, cancellation)).TopicArn;
}
