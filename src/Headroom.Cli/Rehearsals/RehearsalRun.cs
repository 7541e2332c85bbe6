using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cli.Assemblies;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;
using Headroom.Cli.Output;
using Headroom.Rehearsal.Comparing;
using Headroom.Rehearsal.Plans;
using Headroom.Rehearsal.Recording;
using Headroom.Traffic.Rates;
using Headroom.Traffic.Work;
using Headroom.Wire.Json;

namespace Headroom.Cli.Rehearsals;

/// <summary>A plan, played twice on embedded clouds whose time is passed over: with the notification, and without.</summary>
internal sealed class RehearsalRun(RehearsalPlan plan, CloudAssembly? assembly, string? stack, Action<string> progress)
{
    private const double NearlyAll = 0.95;
    private const string DefaultMessage = "rehearsal";
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan AfterAll = TimeSpan.FromMinutes(10);

    /// <summary>What is still held then is not going to be watched to its end.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(48);

    /// <summary>The service that was rehearsed with, and how both runs went.</summary>
    internal async Task<(string Service, Comparison Comparison)> RunAsync(CancellationToken cancellation)
    {
        progress("Deploying to two clouds …");
        await using var held = await RehearsalStage.SetAsync(plan, assembly, stack, cancellation);
        foreach (var inert in (assembly is null ? [] : held.Deployed).Select(stack => stack.InertLine).OfType<string>())
        {
            progress(inert);
        }

        await using var unheld = await RehearsalStage.SetAsync(plan, assembly, stack, cancellation);
        var withHold = await PlayAsync(held, notify: true, IsOver, cancellation);
        var withoutHold = await PlayAsync(unheld, notify: false, last => last.At >= withHold.Readings[^1].At, cancellation);
        return (held.Service, new(plan.Push.After, held.TaskHourPrice, withHold, withoutHold));
    }

    private bool IsOver(Reading last) => last.At >= plan.Push.After + (plan.Push.WatchFor ?? NearlyAllOpened() + AfterAll) && (!last.ScaleInSuspended || last.At >= Longest);

    private TimeSpan NearlyAllOpened()
    {
        var burst = Burst(DateTimeOffset.UnixEpoch);
        var minutes = 1;
        while (burst.OpenedBy(DateTimeOffset.UnixEpoch.AddMinutes(minutes)) < NearlyAll && TimeSpan.FromMinutes(minutes) < Longest)
        {
            minutes++;
        }

        return TimeSpan.FromMinutes(minutes);
    }

    private NotificationBurst Burst(DateTimeOffset sentAt) => new(sentAt, plan.Push.Audience) { MedianMinutes = plan.Push.MedianMinutes, Spread = plan.Push.Spread };

    private async Task<RecordedRun> PlayAsync(RehearsalStage stage, bool notify, Func<Reading, bool> isOver, CancellationToken cancellation)
    {
        var now = await CloudTime.NowAsync(stage.Aws, cancellation);
        // Requests are counted by the minute.
        var start = LoadModel.MinuteOf(now).AddMinutes(1);
        await CloudTime.ForwardAsync(stage.Aws, now, start, cancellation);
        if (notify)
        {
            var hold = await HoldStack.FindAsync(stage.Aws, stage.Stack, cancellation);
            await hold.PublishAsync(stage.Aws, Message(), cancellation);
        }

        await SendPushAsync(stage, start, cancellation);
        List<Reading> readings = [await ReadAsync(stage, TimeSpan.Zero, cancellation)];
        while (!isOver(readings[^1]))
        {
            var at = readings[^1].At + Between;
            await CloudTime.ForwardAsync(stage.Aws, start + readings[^1].At, start + at, cancellation);
            readings.Add(await ReadAsync(stage, at, cancellation));
            if (at.Ticks % BetweenProgress.Ticks == 0)
            {
                progress($"{(notify ? "with the hold" : "without it")}: {at.TotalMinutes:0} min, running tasks: {readings[^1].RunningCount}");
            }
        }

        return new(readings);
    }

    private string Message() => plan.Notification switch
    {
        null => DefaultMessage,
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } fields => fields.GetRawText(),
    };

    private async Task SendPushAsync(RehearsalStage stage, DateTimeOffset start, CancellationToken cancellation)
    {
        var push = stage.OfService();
        push["Add"] = true;
        push["Burst"] = new JsonObject
        {
            ["Audience"] = plan.Push.Audience,
            ["SentAt"] = Instants.Canonical(start + plan.Push.After),
            ["OpenRate"] = plan.Push.OpenRate,
            ["MedianMinutes"] = plan.Push.MedianMinutes,
            ["Spread"] = plan.Push.Spread,
            ["RequestsPerOpen"] = plan.Push.RequestsPerOpen,
        };
        await stage.Load.CallAsync("PutTraffic", push, cancellation);
    }

    private static async Task<Reading> ReadAsync(RehearsalStage stage, TimeSpan at, CancellationToken cancellation)
    {
        var target = await TargetStatus.OfAsync(stage.Aws, $"service/{stage.Service}", cancellation) ?? throw new CommandFailure($"{stage.Service} is no scalable target any more.");
        var load = await stage.Load.CallAsync("GetTraffic", stage.OfService(), cancellation);
        return new(
            at,
            target.MinCapacity,
            target.MaxCapacity,
            target.ScaleInSuspended,
            target.RunningCount ?? 0,
            (double)load["RequestsPerSecond"]!,
            (double)load["Capacity"]!,
            (double)load["Offered"]!,
            (double)load["Dropped"]!);
    }
}
