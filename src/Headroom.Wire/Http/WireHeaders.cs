using System.Collections;

namespace Headroom.Wire.Http;

/// <summary>HTTP headers: names without regard to case, one text each (repeated headers are joined with a comma).</summary>
public sealed class WireHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly SortedDictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The header's text, or null where there is none.</summary>
    public string? this[string name]
    {
        get => values.GetValueOrDefault(name);
        init => Add(name, value!);
    }

    /// <summary>Adds a header; a second one of the same name is joined to the first.</summary>
    public void Add(string name, string value) =>
        values[name] = values.TryGetValue(name, out var before) ? $"{before},{value}" : value;

    /// <summary>A copy in which the header has this text, whatever it had before.</summary>
    public WireHeaders With(string name, string value)
    {
        var copy = new WireHeaders();
        foreach (var (key, text) in values)
        {
            copy.values[key] = text;
        }

        copy.values[name] = value;
        return copy;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
