using Headroom.Cloud.Services.DynamoDb.Values;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb.Expressions;

/// <summary>ExpressionAttributeNames and -Values of one request, and which of them its expressions use: all must be used.</summary>
internal sealed class ExpressionAttributes
{
    private readonly IReadOnlyDictionary<string, string> _names;
    private readonly IReadOnlyDictionary<string, AttributeValue> _values;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <exception cref="InvalidRequestException">They are empty, or given without an expression.</exception>
    public ExpressionAttributes(
        IReadOnlyDictionary<string, string>? names, IReadOnlyDictionary<string, AttributeValue>? values, params ReadOnlySpan<string?> expressions)
    {
        var hasExpression = false;
        foreach (var expression in expressions)
        {
            hasExpression |= expression is not null;
        }

        Demand("ExpressionAttributeNames", names?.Keys, '#', hasExpression);
        Demand("ExpressionAttributeValues", values?.Keys, ':', hasExpression);
        _names = names ?? new Dictionary<string, string>();
        _values = (values ?? new Dictionary<string, AttributeValue>()).ToDictionary(pair => pair.Key, pair => Checked(pair.Key, pair.Value), StringComparer.Ordinal);
    }

    /// <summary>The attribute that a placeholder stands for, or null.</summary>
    public string? Name(string placeholder)
    {
        _used.Add(placeholder);
        return _names.GetValueOrDefault(placeholder);
    }

    /// <summary>The value that a placeholder stands for, or null.</summary>
    public AttributeValue? Value(string placeholder)
    {
        _used.Add(placeholder);
        return _values.GetValueOrDefault(placeholder);
    }

    /// <summary>Called when every expression of the request is read.</summary>
    /// <exception cref="InvalidRequestException">Something given is not used.</exception>
    public void DemandAllUsed()
    {
        DemandUsed("ExpressionAttributeNames", _names.Keys);
        DemandUsed("ExpressionAttributeValues", _values.Keys);
    }

    private static void Demand(string member, IEnumerable<string>? placeholders, char mark, bool hasExpression)
    {
        var given = placeholders?.ToList();
        if (given is not null && !hasExpression)
        {
            throw new InvalidRequestException($"{member} can only be specified when using expressions");
        }

        if (given is [])
        {
            throw new InvalidRequestException($"{member} must not be empty");
        }

        if (given?.Find(name => name.Length < 2 || name[0] != mark || !name.Skip(1).All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) is { } wrong)
        {
            throw new InvalidRequestException($"{member} contains invalid key: Syntax error; key: \"{wrong}\"");
        }
    }

    private static AttributeValue Checked(string key, AttributeValue value)
    {
        try
        {
            return ValueRules.Checked(value);
        }
        catch (InvalidRequestException invalid)
        {
            throw new InvalidRequestException($"ExpressionAttributeValues contains invalid value: {invalid.Message} for key {key}");
        }
    }

    private void DemandUsed(string member, IEnumerable<string> given)
    {
        var unused = given.Where(key => !_used.Contains(key)).Order(StringComparer.Ordinal).ToList();
        if (unused.Count > 0)
        {
            throw new InvalidRequestException($"Value provided in {member} unused in expressions: keys: {{{string.Join(", ", unused)}}}");
        }
    }
}
