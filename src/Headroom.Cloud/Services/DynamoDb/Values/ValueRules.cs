using Headroom.Wire.Shapes.DynamoDb;
using Item = System.Collections.Generic.IReadOnlyDictionary<string, Headroom.Wire.Shapes.DynamoDb.AttributeValue>;

namespace Headroom.Cloud.Services.DynamoDb.Values;

/// <summary>What DynamoDB demands of every value that it is given; values come out as it keeps them (numbers normalised).</summary>
internal static class ValueRules
{
    private const int MaxNesting = 32;
    private const string Invalid = "One or more parameter values were invalid: ";

    /// <exception cref="InvalidRequestException">A value breaks a rule.</exception>
    public static Item Checked(Item item) =>
        item.ToDictionary(member => member.Key, member => Checked(member.Value), StringComparer.Ordinal);

    /// <exception cref="InvalidRequestException">The value breaks a rule.</exception>
    public static AttributeValue Checked(AttributeValue value, int depth = 1)
    {
        if (depth > MaxNesting)
        {
            throw new InvalidRequestException("Nesting Levels have exceeded supported limits: Attributes are nested beyond the maximum allowed level");
        }

        if (Count(value) > 1)
        {
            throw new InvalidRequestException("Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
        }

        return value.Type() switch
        {
            AttributeType.N => new() { N = value.Number().ToString() },
            AttributeType.NS => Set(new() { NS = [.. value.NS!.Select(number => DynamoNumber.Parse(number).ToString())] }, "An number set  may not be empty"),
            AttributeType.SS => Set(value, "An string set  may not be empty"),
            AttributeType.BS => Set(value, "Binary sets should not be empty"),
            AttributeType.M => new() { M = value.M!.ToDictionary(member => member.Key, member => Checked(member.Value, depth + 1), StringComparer.Ordinal) },
            AttributeType.L => new() { L = [.. value.L!.Select(element => Checked(element, depth + 1))] },
            AttributeType.NULL when value.NULL is false => throw new InvalidRequestException(Invalid + "Null attribute value types must have the value of true"),
            _ => value,
        };
    }

    private static AttributeValue Set(AttributeValue set, string whenEmpty)
    {
        var elements = set.Elements().Select(KeyText.Sortable).ToList();
        return elements.Count == 0 ? throw new InvalidRequestException(Invalid + whenEmpty)
            : elements.Distinct(StringComparer.Ordinal).Count() < elements.Count
                ? throw new InvalidRequestException($"{Invalid}Input collection {Text(set)} contains duplicates.")
                : set;
    }

    private static string Text(AttributeValue set) =>
        $"[{string.Join(", ", set.Elements().Select(element => element.S ?? element.N ?? Convert.ToBase64String(element.B!)))}]";

    private static int Count(AttributeValue value) =>
        new object?[] { value.S, value.N, value.B, value.SS, value.NS, value.BS, value.M, value.L, value.NULL, value.BOOL }.Count(member => member is not null);
}
