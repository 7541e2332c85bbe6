namespace Headroom.Bench;

/// <summary>What is measured, each beside its peer and in one run.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["hold"]:
                await HoldBench.RunAsync();
                return 0;
            case ["cold-start"]:
                await ColdStartBench.RunAsync();
                return 0;
            default:
                await Console.Error.WriteLineAsync("""
                    usage: dotnet run -c Release --project bench/Headroom.Bench -- hold|cold-start
                      hold        publish → scale-in paused, publish → desired count at the maximum: Headroom and the sample, at real speed
                      cold-start  the Notifier's native binary and the sample's Python function, as processes under one runtime API
                    """);
                return 2;
        }
    }
}
