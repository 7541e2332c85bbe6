using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Json;
using Headroom.Wire.SdkIntegrations;
using Interpreted = Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>
/// What a state machine sees of an answer: members in PascalCase, blobs as their text, instants without a fraction of zero. Every call of
/// every execution comes by here: the record becomes the interpreter's value without any text in between, and shares its texts with it.
/// </summary>
internal static class SdkResult
{
    private static readonly ConcurrentDictionary<Type, Member[]> Known = new();

    /// <summary>A Task's result. Members that are null are left out; keys of maps and whole documents stay as they are.</summary>
    /// <param name="response">The record of the answer (<c>Headroom.Wire.Shapes.*</c>), or a value in it.</param>
    public static Interpreted.JsonValue Of(object? response) => response switch
    {
        null => Interpreted.JsonValue.Null,
        string text => Interpreted.JsonValue.From(text),
        bool truth => Interpreted.JsonValue.From(truth),
        int number => Interpreted.JsonValue.From(number),
        long number => Interpreted.JsonValue.From(number),
        DateTimeOffset instant => Interpreted.JsonValue.From(Instant(instant)),
        byte[] blob => Interpreted.JsonValue.From(Encoding.UTF8.GetString(blob)),
        double or JsonNode => Interpreted.JsonValue.Parse(JsonSerializer.Serialize(response, WireJson.Options)),
        IDictionary map => Map(map),
        IEnumerable list => new Interpreted.JsonArray(list.Cast<object?>().Select(Of)),
        _ => Structure(response),
    };

    private static string Instant(DateTimeOffset instant)
    {
        var text = Instants.Canonical(instant);
        return text.EndsWith(".000Z", StringComparison.Ordinal) ? string.Concat(text.AsSpan(0, text.Length - ".000Z".Length), "Z") : text;
    }

    private static Interpreted.JsonObject Structure(object record)
    {
        var members = Known.GetOrAdd(record.GetType(), MembersOf);
        var result = new Interpreted.JsonObjectBuilder(members.Length);
        foreach (var member in members)
        {
            if (member.Get(record) is { } value)
            {
                result.Add(member.Name, Of(value));
            }
        }

        return result.Build();
    }

    private static Interpreted.JsonObject Map(IDictionary entries)
    {
        var result = new Interpreted.JsonObjectBuilder(entries.Count);
        foreach (DictionaryEntry entry in entries)
        {
            result.Add((string)entry.Key, Of(entry.Value));
        }

        return result.Build();
    }

    private static Member[] MembersOf(Type shape) =>
        [.. JsonSerializerOptions.Default.GetTypeInfo(shape).Properties.Select(property => new Member(JavaNames.Of(property.Name), property.Get!))];

    private sealed record Member(string Name, Func<object, object?> Get);
}
