using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cli.Output;

namespace Headroom.Cli.Load;

/// <summary>The options that say what a load is, and what its requests cost.</summary>
internal sealed class LoadOptions
{
    private static readonly TimeOnly DefaultPeak = new(18, 0);
    private readonly Option<double?> _rate = new("--rps") { Description = "Requests per second, the same until changed; 0 takes the load away." };
    private readonly Option<string?> _daily = new("--daily") { Description = "A day's curve LOW:HIGH: requests per second at the quietest and at the busiest time." };
    private readonly Option<string?> _peak = new("--peak") { Description = "With --daily: the time of day (UTC) of its busiest moment, HH:mm (default 18:00)." };
    private readonly Option<double?> _audience = new("--burst") { Description = "A notification burst, now: how many people get it." };
    private readonly Option<double?> _openRate = new("--open-rate") { Description = "With --burst: share of them who open it, 0 to 1 (default 0.0263)." };
    private readonly Option<double?> _median = new("--median-minutes") { Description = "With --burst: after how many minutes half of the opens have happened (default 7)." };
    private readonly Option<double?> _perOpen = new("--requests-per-open") { Description = "With --burst: requests that each open makes (default 10)." };
    private readonly Option<string?> _trace = new("--csv") { Description = "A recorded load: a header, then lines of seconds (or an instant),requests-per-second." };
    private readonly Option<bool> _add = new("--add") { Description = "Add to the load that is there, instead of replacing it." };
    private readonly Option<double?> _cpu = new("--cpu-ms") { Description = "Milliseconds of one vCPU that a request takes (default 20)." };

    internal void AddTo(Command command)
    {
        foreach (var option in new Option[] { _rate, _daily, _peak, _audience, _openRate, _median, _perOpen, _trace, _add, _cpu })
        {
            if (option is Option<double?>)
            {
                option.Validators.Add(DemandFinite);
            }

            command.Add(option);
        }
    }

    /// <summary>The members of <c>PutTraffic</c> that the options give; empty where they change nothing.</summary>
    /// <exception cref="CommandFailure">Options that do not go together, or a value that cannot be read.</exception>
    internal async Task<JsonObject> ReadAsync(ParseResult parsed, CancellationToken cancellation)
    {
        Needs(parsed, _daily, _peak);
        Needs(parsed, _audience, _openRate, _median, _perOpen);
        var request = new JsonObject();
        Put(request, "RequestsPerSecond", parsed.GetValue(_rate));
        if (parsed.GetValue(_daily) is { } curve)
        {
            request["Daily"] = Daily(curve, parsed.GetValue(_peak));
        }

        if (parsed.GetValue(_audience) is { } people)
        {
            var burst = new JsonObject { ["Audience"] = people };
            Put(burst, "OpenRate", parsed.GetValue(_openRate));
            Put(burst, "MedianMinutes", parsed.GetValue(_median));
            Put(burst, "RequestsPerOpen", parsed.GetValue(_perOpen));
            request["Burst"] = burst;
        }

        if (parsed.GetValue(_trace) is { } file)
        {
            request["Trace"] = new JsonObject { ["Csv"] = await CsvAsync(file, cancellation) };
        }

        if (parsed.GetValue(_add))
        {
            request["Add"] = request.Count > 0 ? true : throw new CommandFailure("--add adds a load: say which with --rps, --daily, --burst or --csv.");
        }

        if (parsed.GetValue(_cpu) is { } milliseconds)
        {
            request["Work"] = new JsonObject { ["CpuMillisecondsPerRequest"] = milliseconds };
        }

        return request;
    }

    // JSON has no word for the others.
    private static void DemandFinite(OptionResult given)
    {
        if (given.Tokens is [{ Value: var text }] && double.TryParse(text, CultureInfo.InvariantCulture, out var number) && !double.IsFinite(number))
        {
            given.AddError($"{given.Option.Name} {text} is no number that can be reckoned with.");
        }
    }

    private static JsonObject Daily(string curve, string? peak)
    {
        if (curve.Split(':') is not [var least, var most] || Number(least) is not { } low || Number(most) is not { } high)
        {
            throw new CommandFailure($"--daily {curve} is not of the form LOW:HIGH in requests per second, as in --daily 5:40.");
        }

        var time = peak is null ? DefaultPeak
            : TimeOnly.TryParseExact(peak, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) ? given
            : throw new CommandFailure($"--peak {peak} is no time of day, as in --peak 18:00.");
        return new() { ["Low"] = low, ["High"] = high, ["PeakAt"] = time.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture) };
    }

    private static async Task<string> CsvAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"--csv {file} cannot be read: {fault.Message}", fault);
        }
    }

    private static void Needs(ParseResult parsed, Option of, params Option[] details)
    {
        if (parsed.GetResult(of) is null && details.FirstOrDefault(detail => parsed.GetResult(detail) is not null) is { } detail)
        {
            throw new CommandFailure($"{detail.Name} says more about {of.Name}: give that too.");
        }
    }

    private static void Put(JsonObject fields, string name, double? value)
    {
        if (value is { } given)
        {
            fields[name] = given;
        }
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
