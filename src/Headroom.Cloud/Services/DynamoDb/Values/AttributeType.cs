namespace Headroom.Cloud.Services.DynamoDb.Values;

/// <summary>The types of an attribute value, named as the API names the members that carry them.</summary>
internal enum AttributeType
{
    S,
    N,
    B,
    SS,
    NS,
    BS,
    M,
    L,
    NULL,
    BOOL,
}

/// <summary>The types' long names, which some messages use.</summary>
internal static class AttributeTypes
{
    public static string LongName(this AttributeType type) => type switch
    {
        AttributeType.S => "STRING",
        AttributeType.N => "NUMBER",
        AttributeType.B => "BINARY",
        AttributeType.SS => "STRING_SET",
        AttributeType.NS => "NUMBER_SET",
        AttributeType.BS => "BINARY_SET",
        AttributeType.M => "MAP",
        AttributeType.L => "LIST",
        AttributeType.NULL => "NULL",
        AttributeType.BOOL => "BOOLEAN",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
