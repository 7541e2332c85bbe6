using System.Globalization;
using System.Text;
using Headroom.Bench.Staging;
using Headroom.Rehearsal.Comparing;

namespace Headroom.Bench.Costs;

/// <summary>The README's table of costs.</summary>
internal static class CostTable
{
    private const int HoursOfAMonth = 24 * 30;

    internal static string Markdown()
    {
        var (idle, sweeps, alarms) = CostRuns.IdleHour();
        var text = new StringBuilder();
        text.AppendLine("| | state transitions | calls to ECS and auto scaling | table writes, reads | events | cost |");
        text.AppendLine("|---|---|---|---|---|---|");
        text.AppendLine(Row("plain hold", CostRuns.PlainHold()));
        text.AppendLine(Row("extended (two notifications)", CostRuns.ExtendedHold()));
        text.AppendLine(Row("released early (two notifications)", CostRuns.ReleasedHold()));
        text.AppendLine(Row(
            $"a sweep with nothing held, {sweeps} an hour", idle.StateTransitions / sweeps, Calls(idle) / sweeps, idle.WriteUnits / sweeps, idle.ReadUnits / sweeps, idle.Events / sweeps, $"{Dollars(idle.Cost * HoursOfAMonth)} a month"));
        text.AppendLine(CultureInfo.InvariantCulture, $"| the stack's {alarms} alarms | | | | | {Dollars(alarms * Prices.AlarmMonth)} a month |");
        if (SharedFolder.HasSample)
        {
            text.AppendLine(Row("the sample that Headroom grew from, one notification", CostRuns.Sample()));
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"| **what is held**: 4 more tasks of 0.25 vCPU and 512 MiB for 5 minutes | | | | | {Dollars(Held)} |");
        return text.ToString();
    }

    private static decimal Held => 4 * FargatePrice.OfTaskHour(0.25m, 0.5m) * 5 / 60;

    private static string Row(string what, Usage usage) => Row(what, usage.StateTransitions, Calls(usage), usage.WriteUnits, usage.ReadUnits, usage.Events, Dollars(usage.Cost));

    private static string Row(string what, int transitions, int calls, double writes, double reads, int events, string cost) =>
        string.Create(CultureInfo.InvariantCulture, $"| {what} | {transitions} | {calls} | {writes:0.#}, {reads:0.#} | {events} | {cost} |");

    private static int Calls(Usage usage) => usage.RequestsTo("ecs", "application-autoscaling");

    /// <summary>Two significant digits.</summary>
    private static string Dollars(decimal cost)
    {
        var digits = Math.Max(2, 1 - (int)Math.Floor(Math.Log10((double)cost)));
        return string.Create(CultureInfo.InvariantCulture, $"${Math.Round(cost, digits).ToString($"F{digits}", CultureInfo.InvariantCulture)}");
    }
}
