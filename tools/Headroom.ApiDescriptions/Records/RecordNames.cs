using System.Text.Json.Nodes;

namespace Headroom.Tools.ApiDescriptions.Records;

/// <summary>
/// The C# name of each structure. A request or response that belongs to one operation alone is named after it
/// (<c>PublishRequest</c>, whatever the model says); a shape that others share keeps its own name (Lambda's
/// <c>FunctionConfiguration</c> is the answer of four operations and part of two more).
/// </summary>
internal sealed class RecordNames
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public RecordNames(JsonObject operations, JsonObject shapes)
    {
        var nested = shapes.SelectMany(shape => References(shape.Value!.AsObject())).ToHashSet(StringComparer.Ordinal);
        var slots = operations
            .SelectMany(operation => new[] { (operation, side: "input", suffix: "Request"), (operation, side: "output", suffix: "Response") })
            .Select(slot => (Name: slot.operation.Key + slot.suffix, Shape: (string?)slot.operation.Value![slot.side]))
            .ToList();
        Empty = [.. slots.Where(slot => slot.Shape is null).Select(slot => slot.Name)];
        foreach (var users in slots.Where(slot => slot.Shape is not null).GroupBy(slot => slot.Shape!, StringComparer.Ordinal))
        {
            if (users.Count() == 1 && !nested.Contains(users.Key))
            {
                names[users.Key] = users.Single().Name;
            }
        }

        var taken = Empty.Concat(names.Values).ToHashSet(StringComparer.Ordinal);
        foreach (var (shape, _) in shapes.Where(shape => !names.ContainsKey(shape.Key)))
        {
            // A shape that is called as an operation's record would be makes way for it.
            names[shape] = taken.Add(Pascal(shape)) ? Pascal(shape) : Pascal(shape) + "Shape";
        }
    }

    /// <summary>Requests and responses without a shape: they exist as empty records, so that every operation has both.</summary>
    public IReadOnlyList<string> Empty { get; }

    public string Of(string shape) => names[shape];

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static IEnumerable<string> References(JsonObject shape) =>
        new[] { shape["member"], shape["value"] }
            .Concat((shape["members"]?.AsObject() ?? []).Select(member => member.Value is JsonObject facts ? facts["shape"] : member.Value))
            .OfType<JsonValue>()
            .Select(name => (string)name!);
}
