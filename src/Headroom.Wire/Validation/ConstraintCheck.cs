using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Validation;

/// <summary>Walks a request along its shape and notes what its constraints refuse, in the order of the shape's members.</summary>
internal sealed class ConstraintCheck
{
    private readonly List<Violation> found = [];

    public List<Violation> Structure(StructureShape shape, JsonObject json, string prefix)
    {
        foreach (var member in shape.Members)
        {
            var path = prefix + char.ToLowerInvariant(member.Name[0]) + member.Name[1..];
            if (json[member.Name] is { } value)
            {
                Value(member.Shape, value, path);
            }
            else if (member.Required)
            {
                found.Add(new Violation.Missing(member.Name, path));
            }
        }

        return found;
    }

    private void Value(Shape shape, JsonNode value, string path)
    {
        if (Kinds.Wanted(shape, value) is { } wanted)
        {
            found.Add(new Violation.Unsatisfied(Shown(value), path, wanted));
            return;
        }

        var broken = Constraints.Broken(shape, value).ToList();
        found.AddRange(broken.Select(constraint => new Violation.Unsatisfied(Shown(value), path, constraint)));
        switch (shape)
        {
            case StructureShape structure:
                Structure(structure, value.AsObject(), path + ".");
                break;
            case ListShape list:
                Elements(list.Element.Shape, value, value.AsArray(), path, index => $"{path}.{index + 1}.member");
                break;
            case MapShape map:
                var entries = value.AsObject();
                Elements(map.Key.Shape, value, entries.Select(entry => JsonValue.Create(entry.Key)), path, _ => path, "Map keys");
                var keys = entries.Select(entry => entry.Key).ToList();
                Elements(map.Value.Shape, value, entries.Select(entry => entry.Value), path, index => $"{path}.{keys[index]}.member", "Map value");
                break;
        }
    }

    // AWS speaks of a simple element through its collection: Value '[a, b]' at 'names' … Member must satisfy constraint: […].
    private void Elements(
        Shape shape, JsonNode all, IEnumerable<JsonNode?> elements, string path, Func<int, string> pathOf, string who = "Member")
    {
        if (elements.Any(element => element is null))
        {
            found.Add(new Violation.Unsatisfied(Shown(all), path, $"{who} must not be null"));
        }
        else if (elements.Select(element => Kinds.Wanted(shape, element!)).FirstOrDefault(wanted => wanted is not null) is { } wanted)
        {
            found.Add(new Violation.Unsatisfied(Shown(all), path, wanted));
        }
        else if (shape is StructureShape or ListShape or MapShape)
        {
            foreach (var (index, element) in elements.Index())
            {
                Value(shape, element!, pathOf(index));
            }
        }
        else if (elements.Any(element => Constraints.Broken(shape, element!).Any()))
        {
            found.Add(new Violation.Unsatisfied(
                Shown(all), path, $"{who} must satisfy constraint: [{string.Join(", ", shape.Constraints.Select(constraint => constraint.Text))}]"));
        }
    }

    private static string Shown(JsonNode value) => value switch
    {
        JsonArray array => $"[{string.Join(", ", array.Select(element => element is null ? "null" : Shown(element)))}]",
        JsonObject map => $"{{{string.Join(", ", map.Select(entry => $"{entry.Key}={(entry.Value is null ? "null" : Shown(entry.Value))}"))}}}",
        _ => value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString(),
    };
}
