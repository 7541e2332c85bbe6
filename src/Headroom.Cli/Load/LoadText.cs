using System.Globalization;
using System.Text.Json.Nodes;

namespace Headroom.Cli.Load;

/// <summary>A load and what became of it, for people.</summary>
internal static class LoadText
{
    internal static string Of(JsonObject load) => string.Join('\n',
    [
        Say($"{(string?)load["Cluster"]}/{(string?)load["Service"]}: {Number(load, "RequestsPerSecond"):0.#} requests/s now, {Number(load, "Capacity"):0.#} requests/s can be served"),
        .. load["Rates"]!.AsArray().Select(rate => $"  {Rate(rate!.AsObject())}"),
        Say($"since it was set: {Number(load, "Offered"):0} requests, {Number(load, "Served"):0} served, {Number(load, "Dropped"):0} dropped"),
    ]);

    private static string Rate(JsonObject rate) => (string?)rate["Kind"] switch
    {
        "Constant" => Say($"{Number(rate, "RequestsPerSecond"):0.#} requests/s all the time"),
        "Daily" => Say($"{Number(rate, "Low"):0.#} to {Number(rate, "High"):0.#} requests/s by the time of day, busiest at {TimeSpan.Parse((string)rate["PeakAt"]!, CultureInfo.InvariantCulture):hh\\:mm} UTC"),
        "Burst" => Say($"a notification to {Number(rate, "Audience"):0} people, sent at {(string?)rate["SentAt"]}, of whom {Number(rate, "OpenRate"):0.##%} open it"),
        "Trace" => Say($"a recorded load from {(string?)rate["Start"]}, {rate["Points"]!.AsArray().Count} points"),
        var other => throw new InvalidOperationException($"A load of an unknown kind: {other}"),
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Number(JsonObject load, string name) => (double)load[name]!;
}
