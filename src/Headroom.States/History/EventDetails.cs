using Headroom.States.Json;

namespace Headroom.States.History;

/// <summary>
/// The details of a history event, kept as values and written only when somebody asks for the history.
/// A payload is JSON text in a string, as in the API.
/// </summary>
public abstract record EventDetails
{
    private protected EventDetails()
    {
    }

    /// <summary>The name of the HistoryEvent member that carries these details, e.g. <c>stateEnteredEventDetails</c>.</summary>
    public abstract string Member { get; }

    /// <summary>The member's value with the API's names.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObjectBuilder();
        Describe(json);
        return json.Build();
    }

    private protected abstract void Describe(JsonObjectBuilder json);
}
