using Headroom.States.Json;

namespace Headroom.States.Tests.Properties;

/// <summary>Damages a JSON value in one to three places: drops, doubles, swaps, renames and replaces parts of it.</summary>
internal static class Damage
{
    private static readonly JsonValue[] Replacements =
    [
        JsonValue.Null, JsonValue.From(true), JsonValue.From(0), JsonValue.From(-1), JsonValue.From(long.MaxValue), JsonValue.Parse("1e400"),
        JsonValue.Parse("0.5"), JsonValue.From(""), JsonValue.From("$"), JsonValue.From("$$"), JsonValue.From("$."), JsonValue.From("$.a[?(@.b == "),
        JsonValue.From("$..*"), JsonValue.From("$[-1:0:2]"), JsonValue.From("$[*].length()"), JsonValue.From("$x.y"), JsonValue.From("States.Format('{}{', $)"),
        JsonValue.From("States.ArrayRange(0, 9223372036854775807, 1)"), JsonValue.From("States.MathRandom(5, 5)"), JsonValue.From("\u0000\ud83c\udd97"),
        JsonValue.From("2016-13-05T21:29:29Z"), JsonObject.Empty, JsonArray.Empty, JsonValue.Parse("[[[[]]]]"), JsonValue.From("Pass"), JsonValue.From("Map"),
    ];

    private static readonly string[] Names =
    [
        "Type", "Next", "End", "InputPath", "OutputPath", "ResultPath", "Parameters", "ResultSelector", "Assign", "ItemsPath", "ItemSelector",
        "MaxConcurrencyPath", "Seconds", "SecondsPath", "TimeoutSecondsPath", "Retry", "Catch", "Result", "Default", "QueryLanguage", "x.$",
    ];

    public static JsonValue Of(JsonValue value, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            value = Once(value, random);
        }

        return value;
    }

    private static JsonValue Once(JsonValue value, Random random) => value switch
    {
        JsonObject { Count: > 0 } o when random.Next(5) > 0 => Member(o, random),
        JsonArray { Count: > 0 } a when random.Next(5) > 0 => Item(a, random),
        JsonString s when random.Next(3) == 0 && s.Value.Length > 0 => JsonValue.From(s.Value.Remove(random.Next(s.Value.Length), 1)),
        _ => Replacements[random.Next(Replacements.Length)],
    };

    private static JsonObject Member(JsonObject o, Random random)
    {
        var members = o.ToList();
        var at = random.Next(members.Count);
        switch (random.Next(8))
        {
            case 0:
                members.RemoveAt(at);
                break;
            case 1:
                members[at] = new(Names[random.Next(Names.Length)], members[at].Value);
                break;
            case 2:
                members[at] = new(members[at].Key, members[random.Next(members.Count)].Value);
                break;
            case 3:
                members.Add(new(Names[random.Next(Names.Length)], Replacements[random.Next(Replacements.Length)]));
                break;
            default:
                members[at] = new(members[at].Key, Once(members[at].Value, random));
                break;
        }

        return new JsonObject(members);
    }

    private static JsonArray Item(JsonArray a, Random random)
    {
        var items = a.ToList();
        var at = random.Next(items.Count);
        switch (random.Next(6))
        {
            case 0:
                items.RemoveAt(at);
                break;
            case 1:
                items.Add(items[at]);
                break;
            default:
                items[at] = Once(items[at], random);
                break;
        }

        return new JsonArray(items);
    }
}
