using System.Text.Json;
using Headroom.Notifications.Contract.Fields;

namespace Headroom.Notifications.Contract;

/// <summary>What can only be said once all fields are read.</summary>
internal static class WholeNotification
{
    /// <summary>Refuses a start that makes no sense for its hold, and a release that carries what only a hold has.</summary>
    public static Reading<Notification> Check(Notification all, JsonElement body, DateTimeOffset publishedAt) => all.Action switch
    {
        HoldAction.Release => CheckRelease(all, body),
        _ => CheckStart(all, body, publishedAt),
    };

    private static Reading<Notification> CheckRelease(Notification all, JsonElement body)
    {
        foreach (var field in body.EnumerateObject().Where(field => field.Name is "holdFor" or "capacity" or "startAt"))
        {
            return Reading.Refused<Notification>(
                $"{field.Name}: {Given.Value(field.Value)} is given with action \"release\"; allowed with it are services and reason");
        }

        return all;
    }

    private static Reading<Notification> CheckStart(Notification all, JsonElement body, DateTimeOffset publishedAt)
    {
        if (all.StartAt is not { } startAt)
        {
            return all;
        }

        var earliest = publishedAt - all.HoldFor;
        var latest = publishedAt + ContractTerms.Horizon - all.HoldFor;
        var over = startAt <= earliest;
        return over || startAt > latest
            ? Reading.Refused<Notification>(
                $"startAt: {Given.Value(body.GetProperty("startAt"))} " +
                $"{(over ? "begins a hold that was over when the message was published" : "is too far ahead")}; " +
                $"allowed with a hold of {HoldDuration.Format(all.HoldFor)} " +
                $"is after {Instant.Format(earliest)} and up to {Instant.Format(latest)}")
            : all;
    }
}
