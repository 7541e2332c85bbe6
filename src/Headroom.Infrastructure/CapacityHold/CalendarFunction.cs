using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Constructs;

namespace Headroom.Infrastructure;

/// <summary>
/// The function that says which scheduled actions a hold has missed: the Notifier's binary under another handler. It may write its log and nothing
/// else, and runs only at the release of a service that has scheduled actions.
/// </summary>
internal sealed class CalendarFunction : HoldFunction
{
    internal CalendarFunction(Construct scope, string id, CapacityHoldProps props)
        : base(scope, id, props, "What the calendar does: ")
    {
        var function = Props("calendar", "Says which scheduled actions fell due during a hold");
        function.MemorySize = 128;
        function.Timeout = Duration.Seconds(10);
        Function = new Function(this, "Function", function);
    }

    internal Function Function { get; }
}
