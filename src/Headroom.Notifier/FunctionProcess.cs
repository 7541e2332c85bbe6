using Headroom.Notifications.Configuration;
using Headroom.Notifications.Delivery;
using Headroom.Notifier.Aws;
using Headroom.Notifier.Runtime;

namespace Headroom.Notifier;

/// <summary>A process that Lambda starts for a function that calls AWS: builds its handler from the environment, then serves invocations until it is killed.</summary>
internal static class FunctionProcess
{
    /// <summary>Runs it.</summary>
    /// <param name="variable">An environment variable's value by its name.</param>
    /// <param name="handler">The function's handler, of how AWS is reached, the clock, and the next number from 0 up to 1.</param>
    /// <returns>1 when the environment is wrong and Lambda was told so; otherwise it does not return.</returns>
    public static async Task<int> RunAsync(
        Func<string, string?> variable,
        Func<IAwsCalls, TimeProvider, Func<double>, Func<ReadOnlyMemory<byte>, DateTimeOffset, Task<byte[]>>> handler)
    {
        using var runtime = RuntimeApi.From(variable);
        try
        {
            var time = TimeProvider.System;
            using var aws = HttpAwsCalls.From(variable, time);
#pragma warning disable RS0030 // The process's edge: real randomness spreads real retries.
            Func<double> jitter = Random.Shared.NextDouble;
#pragma warning restore RS0030
            await new RuntimeLoop(runtime, handler(aws, time, jitter), Console.WriteLine).RunAsync();
            return 0;
        }
        catch (InvalidSettingException wrong)
        {
            await runtime.FailInitAsync(RuntimeError.Of(wrong));
            return 1;
        }
    }
}
