using Headroom.States.Definition;
using Headroom.States.Execution;

namespace Headroom.States.Reading;

/// <summary>Reads a Task state.</summary>
internal static class TaskStateReader
{
    public static TaskState? Read(string name, FieldReader fields, ReadingContext context)
    {
        var resource = fields.Requires("Resource") ? ReadResource(fields, context) : null;
        var (timeout, heartbeat) = (
            fields.NumberOrPath("TimeoutSeconds", 1, Limits.Timeout),
            fields.NumberOrPath("HeartbeatSeconds", 1, Limits.Timeout));
        if (heartbeat.Constant >= timeout.Constant)
        {
            fields.Wrong("HeartbeatSeconds", "The value of 'HeartbeatSeconds' must be smaller than the value of 'TimeoutSeconds'");
        }

        var state = new TaskState
        {
            Name = name,
            Resource = resource ?? new TaskResource("", TaskPattern.RequestResponse, "", "", "", ""),
            Parameters = fields.Template("Parameters"),
            Timeout = timeout,
            Heartbeat = heartbeat,
            Credentials = fields.Template("Credentials"),
        }.WithRetry(fields);
        return resource is null ? null : state;
    }

    public static TaskResource? ReadResource(FieldReader fields, ReadingContext context)
    {
        if (fields.Text("Resource") is not { } arn)
        {
            return null;
        }

        if (!TaskResource.TryParse(arn, out var resource))
        {
            fields.Wrong("Resource", "Value is not a valid resource ARN");
        }
        else if (!Integrations.Knows(resource))
        {
            fields.Wrong(
                "Resource",
                $"The resource provided {arn} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.");
        }
        else if (context.Type == StateMachineType.Express && resource.Pattern is (TaskPattern.Sync or TaskPattern.WaitForTaskToken))
        {
            var suffix = resource.Pattern == TaskPattern.Sync ? ".sync" : ".waitForTaskToken";
            fields.Wrong("Resource", $"Express state machine does not support '{suffix}' service integration ");
        }

        return resource;
    }
}
