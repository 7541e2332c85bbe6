using System.Text.Json;
using Headroom.Notifications.Contract.Fields;

namespace Headroom.Notifications.Contract;

/// <summary>Reads a message's body.</summary>
public static class NotificationContract
{
    private const string AllowedFields = "services, holdFor, capacity, startAt, action, reason";

    /// <summary>
    /// Judges a message by its text, the terms and the time at which it was published; never by the time at which it arrives, so that a
    /// redelivery gets the same verdict.
    /// </summary>
    /// <remarks>
    /// <code>
    /// the body                                          | verdict
    /// starts with {, is a JSON object, every field fits | accepted as it says
    /// starts with {, anything else                      | refused: a broken object must not become a default hold
    /// any other text                                    | accepted: the defaults, for every covered service
    /// </code>
    /// </remarks>
    /// <param name="message">The SNS message's body.</param>
    /// <param name="publishedAt">Its SNS <c>Timestamp</c>.</param>
    /// <param name="terms">What this installation grants.</param>
    public static Verdict Read(string message, DateTimeOffset publishedAt, ContractTerms terms)
    {
        var defaults = new Notification(
            terms.Services, terms.DefaultHold, new Capacity.Maximum(), StartAt: null, HoldAction.Hold, Reason: "");
        // A byte order mark is no white space in .NET, and no JSON either: behind it an object is still meant as one.
        var isObject = message.AsSpan().TrimStart('\uFEFF').TrimStart() is ['{', ..];
        var reading = isObject ? ReadObject(message, publishedAt, terms, defaults) : defaults;
        return reading.Refusal is { } line ? new Verdict.Refused(line) : new Verdict.Accepted(reading.Value);
    }

    private static Reading<Notification> ReadObject(string message, DateTimeOffset publishedAt, ContractTerms terms, Notification defaults)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var body = document.RootElement;
            return ReadFields(body, terms, defaults).Then(all => WholeNotification.Check(all, body, publishedAt));
        }
        catch (JsonException broken)
        {
            return Reading.Refused<Notification>(
                $"message: {Given.Text(message)} starts like a JSON object but is none " +
                $"(line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}); " +
                "allowed is a JSON object, or any text that does not start with {");
        }
        catch (InvalidOperationException)
        {
            // JsonElement answers so when a string holds an escape such as \ud800 alone, which stands for no character.
            return Reading.Refused<Notification>(
                $"message: {Given.Text(message)} has a \\u escape that is half of a surrogate pair; allowed are whole characters");
        }
    }

    private static Reading<Notification> ReadFields(JsonElement body, ContractTerms terms, Notification defaults)
    {
        var seen = new HashSet<string>();
        Reading<Notification> soFar = defaults;
        foreach (var field in body.EnumerateObject())
        {
            soFar = seen.Add(field.Name)
                ? soFar.Then(notification => ReadField(notification, field, terms))
                : soFar.Then(_ => Reading.Refused<Notification>(
                    $"{field.Name}: given twice, then as {Given.Value(field.Value)}; allowed is once"));
        }

        return soFar;
    }

    private static Reading<Notification> ReadField(Notification soFar, JsonProperty field, ContractTerms terms) => field.Name switch
    {
        "services" => ServicesField.Read(field.Value, terms).Then<Notification>(services => soFar with { Services = services }),
        "holdFor" => HoldForField.Read(field.Value, terms).Then<Notification>(holdFor => soFar with { HoldFor = holdFor }),
        "capacity" => CapacityField.Read(field.Value).Then<Notification>(capacity => soFar with { Capacity = capacity }),
        "startAt" => StartAtField.Read(field.Value).Then<Notification>(startAt => soFar with { StartAt = startAt }),
        "action" => ActionField.Read(field.Value).Then<Notification>(action => soFar with { Action = action }),
        "reason" => ReasonField.Read(field.Value).Then<Notification>(reason => soFar with { Reason = reason }),
        var unknown => Reading.Refused<Notification>(
            $"{Given.Text(unknown)}: unknown field, given as {Given.Value(field.Value)}; allowed are {AllowedFields}"),
    };
}
