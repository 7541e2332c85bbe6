namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>Instants as they are written down: with three decimals. What is computed from them comes out the same after a restart.</summary>
internal static class Milliseconds
{
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));
}
