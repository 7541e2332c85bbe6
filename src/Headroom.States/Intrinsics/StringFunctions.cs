using System.Text;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Intrinsics;

/// <summary>States.StringSplit and States.Format.</summary>
internal static class StringFunctions
{
    /// <summary>Every character of the second argument separates; empty parts are left out.</summary>
    public static FunctionResult Split(JsonValue text, JsonValue separators) => (text, separators) switch
    {
        (JsonString t, JsonString { Value: "" }) => FunctionResult.Of(t.Value.Length == 0 ? [] : [t]),
        (JsonString t, JsonString s) => FunctionResult.Of(
            t.Value.Split([.. s.Value.EnumerateRunes().Select(r => r.ToString())], StringSplitOptions.RemoveEmptyEntries).Select(JsonValue.From)),
        _ => FunctionResult.Wrong("Both arguments must be strings"),
    };

    /// <summary>Each <c>{}</c> stands for the next argument; <c>\{</c>, <c>\}</c> and <c>\\</c> stand for themselves.</summary>
    public static FunctionResult Format(JsonValue[] arguments)
    {
        if (arguments[0] is not JsonString template)
        {
            return FunctionResult.Wrong("The first argument must be a string");
        }

        var text = new StringBuilder();
        var next = 1;
        for (var i = 0; i < template.Value.Length; i++)
        {
            var c = template.Value[i];
            if (c == '\\' && i + 1 < template.Value.Length && template.Value[i + 1] is '{' or '}' or '\\')
            {
                text.Append(template.Value[++i]);
            }
            else if (c == '{' && i + 1 < template.Value.Length && template.Value[i + 1] == '}')
            {
                if (next == arguments.Length)
                {
                    return Mismatch(template.Value, arguments.Length - 1);
                }

                text.Append(JavaTypes.ToText(arguments[next++]));
                i++;
            }
            else
            {
                text.Append(c);
            }
        }

        return next == arguments.Length ? FunctionResult.Of(text.ToString()) : Mismatch(template.Value, arguments.Length - 1);
    }

    private static FunctionResult Mismatch(string template, int given) =>
        FunctionResult.Wrong($"The number of occurrences of {{}} in '{template}' does not match the {given} arguments");
}
