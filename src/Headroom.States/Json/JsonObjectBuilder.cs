namespace Headroom.States.Json;

/// <summary>Collects members; setting a name again replaces its value and keeps its place.</summary>
/// <param name="capacity">How many members are expected.</param>
public sealed class JsonObjectBuilder(int capacity = 4)
{
    private readonly List<KeyValuePair<string, JsonValue>> members = new(capacity);
    private Dictionary<string, int>? places;

    /// <summary>Sets a member.</summary>
    public JsonObjectBuilder Set(string name, JsonValue value)
    {
        var place = PlaceOf(name);
        if (place < 0)
        {
            Add(name, value);
        }
        else
        {
            members[place] = new(name, value);
        }

        return this;
    }

    /// <summary>Adds a member; the caller knows that there is none of this name yet.</summary>
    public void Add(string name, JsonValue value)
    {
        places?.Add(name, members.Count);
        members.Add(new(name, value));
    }

    /// <summary>Sets a member to a string, or leaves it out where there is none.</summary>
    public JsonObjectBuilder Set(string name, string? value) => value is null ? this : Set(name, JsonValue.From(value));

    /// <summary>Sets a member to a number, or leaves it out where there is none.</summary>
    public JsonObjectBuilder Set(string name, long? value) => value is null ? this : Set(name, JsonValue.From(value.Value));

    /// <summary>The object of what was set.</summary>
    public JsonObject Build() => members.Count == 0 ? JsonObject.Empty : new(ToMembers());

    internal KeyValuePair<string, JsonValue>[] ToMembers() => [.. members];

    private int PlaceOf(string name)
    {
        if (members.Count < 16)
        {
            return SearchInOrder(name);
        }

        if (places is null)
        {
            places = new Dictionary<string, int>(members.Count * 2);
            for (var i = 0; i < members.Count; i++)
            {
                places.Add(members[i].Key, i);
            }
        }

        return places.TryGetValue(name, out var place) ? place : -1;
    }

    private int SearchInOrder(string name)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Key == name)
            {
                return i;
            }
        }

        return -1;
    }
}
