using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>How a JSON value shows in AWS's messages and in States.Format: as the Java object that stands for it there.</summary>
internal static class JavaTypes
{
    /// <summary>The name of the value's class.</summary>
    public static string Of(JsonValue value) => value switch
    {
        JsonString => "java.lang.String",
        JsonBoolean => "java.lang.Boolean",
        JsonNumber { IsInteger: true, Integer: >= int.MinValue and <= int.MaxValue } => "java.lang.Integer",
        JsonNumber { IsInteger: true } => "java.lang.Long",
        JsonNumber => "java.lang.Double",
        JsonArray => "java.util.ArrayList",
        JsonObject => "java.util.LinkedHashMap",
        _ => "null",
    };

    /// <summary>The value's <c>toString()</c>: <c>{Arg1=1, Arg2=[]}</c>.</summary>
    public static string ToText(JsonValue value) => value switch
    {
        JsonString s => s.Value,
        JsonArray a => $"[{string.Join(", ", a.Select(ToText))}]",
        JsonObject o => $"{{{string.Join(", ", o.Select(m => $"{m.Key}={ToText(m.Value)}"))}}}",
        _ => value.ToString(),
    };
}
