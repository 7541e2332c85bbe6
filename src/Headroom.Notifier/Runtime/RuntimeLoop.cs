using System.Text.Json;

namespace Headroom.Notifier.Runtime;

/// <summary>Takes one invocation after the other, and answers each.</summary>
/// <param name="api">Where they come from.</param>
/// <param name="handle">Handles one: payload and deadline in, response out; what it throws fails the invocation.</param>
/// <param name="writeLine">Takes one line of the function's log.</param>
internal sealed class RuntimeLoop(
    RuntimeApi api, Func<ReadOnlyMemory<byte>, DateTimeOffset, Task<byte[]>> handle, Action<string> writeLine)
{
    /// <summary>Runs until the runtime API fails, which throws.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            await ServeAsync(await api.NextAsync());
        }
    }

    private async Task ServeAsync(Invocation invocation)
    {
        byte[] response;
        try
        {
            response = await handle(invocation.Payload, invocation.Deadline);
        }
#pragma warning disable CA1031 // The endpoint is one of the two places that catch everything: Lambda is told, and may retry.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var error = RuntimeError.Of(fault);
            var line = new FailureLine("ERROR", "Invocation failed", invocation.RequestId, error);
            writeLine(JsonSerializer.Serialize(line, RuntimeJson.Default.FailureLine));
            await api.FailAsync(invocation.RequestId, error);
            return;
        }

        await api.RespondAsync(invocation.RequestId, response);
    }
}
