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
        JsonValue.From("$[?(@.n =~ /(a+)+$/)]"), JsonValue.From("$[0:9999999999:1]"), JsonValue.From("$[-99999999999]"), JsonValue.From("$..[?(@..a == @..b)]"),
        JsonValue.From("$[?(@ in [1, 'x'] && !(@.a subsetof $.n))]"), JsonValue.From("$$.Map.Item.Value"), JsonValue.From("$$.Task.Token"), JsonValue.From("$.n.min()"),
        JsonValue.From("States.ArrayPartition($, 0)"), JsonValue.From("States.ArrayGetItem($.items, -1)"), JsonValue.From("States.Base64Decode('%%%=')"),
        JsonValue.From("States.StringSplit('', '')"), JsonValue.From("States.JsonMerge($, $, true)"), JsonValue.From("States.Hash($, 'MD4')"),
        JsonValue.From("States.MathAdd(9223372036854775807, 1)"), JsonValue.From("States.StringToJson('[[{\\'a')"), JsonValue.From("States.Format('{}', States.Format('\\', $))"),
        JsonValue.From("-292277022-01-01T00:00:00Z"), JsonValue.From("9999-12-31T23:59:59.999999999+23:59"), JsonValue.From(-2147483649), JsonValue.From(99999999),
        JsonValue.Parse("123456789012345678901234567890"), JsonValue.Parse("1e-400"), JsonValue.From("States.ALL"), JsonValue.From("States.Runtime"), JsonValue.From("STRICT"),
        JsonValue.From(new string('x', 300_000)), Nested(300), Nested(990), JsonValue.From("arn:aws:states:::aws-sdk:sfn:startExecution"), JsonValue.From("\\*[$.x]\u202e"),
    ];

    private static JsonValue Nested(int depth) => JsonValue.Parse(new string('[', depth) + new string(']', depth));

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

    /// <summary>Damages one place, anywhere: the whole is likely to stay what it was but for that.</summary>
    public static JsonValue Somewhere(JsonValue value, Random random)
    {
        var at = random.Next(Size(value));
        switch (value)
        {
            case JsonObject { Count: > 0 } o when at > 0:
                var members = o.ToList();
                var member = Child(members.ConvertAll(m => m.Value), at);
                members[member] = new(members[member].Key, Somewhere(members[member].Value, random));
                return new JsonObject(members);
            case JsonArray { Count: > 0 } a when at > 0:
                var items = a.ToList();
                var item = Child(items, at);
                items[item] = Somewhere(items[item], random);
                return new JsonArray(items);
            default:
                return Once(value, random);
        }
    }

    /// <summary>Which of the values the part number <paramref name="at"/> is in, counting from 1.</summary>
    private static int Child(List<JsonValue> values, int at)
    {
        var child = 0;
        while ((at -= Size(values[child])) > 0)
        {
            child++;
        }

        return child;
    }

    private static int Size(JsonValue value) => value switch
    {
        JsonObject o => 1 + o.Sum(member => Size(member.Value)),
        JsonArray a => 1 + a.Sum(Size),
        _ => 1,
    };

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
