using Headroom.Notifications.Configuration;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifier;

/// <summary>The function between the topic and the state machine.</summary>
internal static class NotifierProcess
{
    /// <summary>Serves invocations until it is killed.</summary>
    /// <param name="variable">An environment variable's value by its name.</param>
    /// <returns>1 when the environment is wrong and Lambda was told so; otherwise it does not return.</returns>
    public static Task<int> RunAsync(Func<string, string?> variable) => FunctionProcess.RunAsync(variable, (aws, time, jitter) =>
        new NotificationHandler(NotifierSettings.Read(variable), aws, time, jitter, Console.WriteLine).HandleAsync);
}
