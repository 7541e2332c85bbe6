using Headroom.Notifier.Runtime;
using Headroom.Schedules.Missed;

namespace Headroom.Notifier;

/// <summary>The same binary as the other function of a CapacityHold: says which scheduled actions a hold has missed. It calls nothing.</summary>
internal static class CalendarProcess
{
    /// <summary>The function's handler, which Lambda puts into <c>_HANDLER</c>.</summary>
    public const string Handler = "calendar";

    /// <summary>Serves invocations until it is killed.</summary>
    /// <param name="variable">An environment variable's value by its name.</param>
    public static async Task<int> RunAsync(Func<string, string?> variable)
    {
        using var runtime = RuntimeApi.From(variable);
        await new RuntimeLoop(runtime, (payload, _) => Task.FromResult(MissedActions.Answer(payload)), Console.WriteLine).RunAsync();
        return 0;
    }
}
