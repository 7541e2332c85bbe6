using System.Collections.Immutable;
using Headroom.States.Json;

namespace Headroom.States.Reading;

/// <summary>
/// Reads the fields of one object of a definition. Every field that is not as it should be becomes a diagnostic at its own location,
/// and in the end every field that was never asked for one at the object's.
/// </summary>
internal sealed partial class FieldReader(JsonObject fields, string location, Diagnostics diagnostics)
{
    /// <summary>The fields of JSONata, refused with a word about it.</summary>
    private static readonly ImmutableHashSet<string> OfJsonata = ["Arguments", "Output", "Items", "Condition"];

    private readonly HashSet<string> asked = ["Comment"];

    public string Location { get; } = location;

    public Diagnostics Diagnostics { get; } = diagnostics;

    /// <summary>The variables that its paths start from.</summary>
    public SortedSet<string> Variables { get; } = new(StringComparer.Ordinal);

    public bool Has(string name)
    {
        asked.Add(name);
        return fields[name] is not null;
    }

    public JsonValue? Any(string name) => Has(name) ? fields[name] : null;

    public string? Text(string name) => As<JsonString>(name, "String")?.Value;

    public bool Flag(string name) => As<JsonBoolean>(name, "Boolean") is { Value: true };

    public JsonObject? Object(string name) => As<JsonObject>(name, "Object");

    public JsonArray? Array(string name) => As<JsonArray>(name, "Array");

    /// <summary>The texts of an array that must not be empty.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        if (Array(name) is not { } array)
        {
            return [];
        }

        if (array.Any(item => item is not JsonString))
        {
            Wrong(name, "Expected an array of strings");
        }

        if (array.Count == 0)
        {
            Wrong(name, "Value cannot be empty");
        }

        return [.. array.OfType<JsonString>().Select(s => s.Value)];
    }

    /// <summary>An integer of a range.</summary>
    public long? Integer(string name, long least, long most)
    {
        var number = As<JsonNumber>(name, "Integer");
        if (number is null || (number.IsInteger && number.Integer >= least && number.Integer <= most))
        {
            return number?.Integer;
        }

        Wrong(name, !number.IsInteger ? ExpectedType("Integer") : number.Integer < least ? $"Minimum value is {least}" : $"Maximum value is {most}");
        return null;
    }

    /// <summary>A number of a range.</summary>
    public double? Number(string name, double least, double most)
    {
        var number = As<JsonNumber>(name, "Number");
        if (number is not null && (number.Value < least || number.Value > most))
        {
            Wrong(name, number.Value < least ? $"Minimum value is {least}" : $"Maximum value is {most}");
        }

        return number?.Value;
    }

    /// <summary>One of some words.</summary>
    public string? OneOf(string name, params string[] words)
    {
        var word = Text(name);
        if (word is null || words.Contains(word))
        {
            return word;
        }

        var all = $"[{string.Join(", ", words)}]";
        Wrong(name, name == "Type" ? $"The field '{name}' should have one of these values: {all}" : $"Value should be one of the following: {all}");
        return null;
    }

    /// <summary>Tells which of the fields that must be there are not; false where one is missing.</summary>
    public bool Requires(params string[] names)
    {
        var missing = names.Where(n => !Has(n)).ToArray();
        if (missing.Length > 0)
        {
            Diagnostics.Wrong($"These fields are required: [{string.Join(", ", missing)}]", Location.Length == 0 ? "/" : Location);
        }

        return missing.Length == 0;
    }

    /// <summary>Tells where more than one of these fields is given.</summary>
    public void AtMostOne(params string[] names)
    {
        var given = names.Where(Has).ToArray();
        if (given.Length > 1)
        {
            Wrong(given[1], $"Only one of these fields can be used: [{string.Join(", ", given)}]");
        }
    }

    /// <summary>Tells which fields were never asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var name in fields.Select(f => f.Key).Where(n => !asked.Contains(n)))
        {
            Diagnostics.Wrong(
                OfJsonata.Contains(name)
                    ? $"The QueryLanguage is set to 'JSONPath', but field '{name}' is only supported for the 'JSONata' QueryLanguage"
                    : $"Field '{name}' is not supported",
                Location.Length == 0 ? "/" : Location);
        }
    }

    /// <summary>Tells that a value is not of its type.</summary>
    public static string ExpectedType(string type) => $"Expected value of type [{type.ToUpperInvariant()}]";

    public void Wrong(string name, string message) => Diagnostics.Wrong(message, $"{Location}/{name}");

    /// <summary>A reader for an object inside this one; its variables count for this one too.</summary>
    public FieldReader Inside(JsonObject inner, string path) => new(inner, $"{Location}/{path}", Diagnostics, Variables);

    private FieldReader(JsonObject fields, string location, Diagnostics diagnostics, SortedSet<string> variables)
        : this(fields, location, diagnostics) => Variables = variables;

    private T? As<T>(string name, string type)
        where T : JsonValue
    {
        if (Any(name) is not { } value)
        {
            return null;
        }

        if (value is not T typed)
        {
            Wrong(name, ExpectedType(type));
            return null;
        }

        return typed;
    }
}
