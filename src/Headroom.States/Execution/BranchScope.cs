using Headroom.States.Data;
using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>The context object and the variables as one branch sees them.</summary>
internal sealed class BranchScope(Run run) : IDataScope
{
    private Branch? branch;
    private JsonObject? context;

    /// <summary><c>$$.Task.Token</c>, while a task that waits for it is being scheduled.</summary>
    public string? TaskToken
    {
        get;
        set => (field, context) = (value, null);
    }

    /// <summary><c>$$.Map</c>, while an item is being selected.</summary>
    public JsonValue? Map
    {
        get;
        set => (field, context) = (value, null);
    }

    public JsonValue Context => context ??= ContextObject.Of(run, branch!, Map, TaskToken);

    public void Enter(Branch into)
    {
        branch = into;
        TaskToken = null;
        Map = null;
    }

    public JsonValue? Variable(string name)
    {
        for (var at = branch; at is not null; at = run.ParentOf(at))
        {
            if (at.Variables[name] is { } value)
            {
                return value;
            }
        }

        // A child of a distributed Map does not see the variables around the Map.
        return null;
    }
}
