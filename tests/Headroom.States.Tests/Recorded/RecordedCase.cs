using System.Collections.Immutable;
using System.Globalization;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Tests.Recorded;

/// <summary>One case that was recorded on AWS; its README says what the fields mean.</summary>
internal sealed record RecordedCase(string Name, string Group, string Kind, JsonObject Json)
{
    public JsonObject Expected => (JsonObject)Json["expected"]!;

    public JsonValue? Input => Json["input"];

    public string DefinitionText => Json["definition"] is JsonString text ? text.Value : Json["definition"]!.ToString();

    public StateMachineType Type =>
        Json["type"] is JsonString { Value: "EXPRESS" } || Kind.StartsWith("express", StringComparison.Ordinal)
            ? StateMachineType.Express : StateMachineType.Standard;

    /// <summary>The recorder sorted the events inside a Parallel: only their types can be compared.</summary>
    public bool IsSorted => Json["parallel_order_normalised"] is JsonBoolean { Value: true };

    /// <summary>Recorded before executions could be redriven: the context object has no RedriveCount.</summary>
    public bool IsBeforeRedrive =>
        DateTime.ParseExact(((JsonString)Json["recorded"]!).Value, "dd-MM-yyyy", CultureInfo.InvariantCulture) < new DateTime(2023, 11, 15);

    public ImmutableHashSet<string> Placeholders => [.. (Json["normalised"] as JsonArray ?? JsonArray.Empty).OfType<JsonString>().Select(p => p.Value)];

    public JsonObject? Fake => Json["fake"] as JsonObject;

    public static IReadOnlyList<RecordedCase> All() =>
        [.. Directory.EnumerateFiles(SharedFolder.RequireCases(), "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static RecordedCase Read(string file)
    {
        var json = (JsonObject)JsonValue.Parse(File.ReadAllText(file));
        return new RecordedCase(Text(json, "name"), Text(json, "group"), Text(json, "kind"), json);
    }

    private static string Text(JsonObject json, string name) => ((JsonString)json[name]!).Value;
}
