using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Execution;

/// <summary>
/// How data goes through a state
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html">input and output processing</see>):
/// InputPath → Parameters → the state's work → ResultSelector → ResultPath → OutputPath.
/// Each step comes to null where it fails, which the evaluation then tells.
/// </summary>
internal static class DataFlow
{
    /// <summary>InputPath and OutputPath.</summary>
    public static JsonValue? Select(this Evaluation evaluation, PathField field, JsonValue from)
    {
        evaluation.Input = from;
        return field.IsNull ? JsonObject.Empty
            : field.Path is not { } path ? from
            : path.IsOfNothing(evaluation) ? evaluation.Fail(StateError.Runtime, Reference.OfNothing)
            : path.Read(evaluation) ?? evaluation.Fail(StateError.Runtime, $"Invalid path '{path.Text}' : {path.Missing(evaluation)}");
    }

    /// <summary>Parameters, ResultSelector: the template, or the value itself where there is none.</summary>
    public static JsonValue? Fill(this Evaluation evaluation, Template? template, JsonValue from)
    {
        evaluation.Input = from;
        return template is null ? from : template.Evaluate(evaluation);
    }

    /// <summary>ResultPath: the result put into the input.</summary>
    public static JsonValue? Place(this Evaluation evaluation, ResultPath field, JsonValue input, JsonValue result) =>
        field.IsNull ? input
        : field.Path is not { Segments.Length: > 0 } path ? result
        : path.Put(input, result) ?? evaluation.Fail(StateError.ReferencePathConflict, $"Unable to apply ReferencePath {path.Text} to input {input}");

    /// <summary>Assign: the variables with their new values; null where there are none to assign or one fails.</summary>
    public static JsonObject? Variables(this Evaluation evaluation, Template? assign, JsonValue from) =>
        evaluation.Fill(assign, assign is null ? JsonObject.Empty : from) as JsonObject;

    /// <summary>
    /// A number that the definition gives or refers to; 0 where it does neither. Null where it refers to something else.
    /// </summary>
    public static double? Number(this Evaluation evaluation, NumberField field, JsonValue input, bool whole = true)
    {
        if (field.Path is not { } path)
        {
            return field.Constant ?? 0;
        }

        evaluation.Input = input;
        var value = path.Read(evaluation);
        if (value is null)
        {
            evaluation.Fail(StateError.Runtime, $"Invalid path '{path.Text}' : {path.Missing(evaluation)}");
            return null;
        }

        if (AsNumber(value) is { } number && (!whole || number.IsInteger))
        {
            return number.Value;
        }

        evaluation.Fail(
            StateError.Runtime,
            $"The {field.Name}Path field refers to value \"{JavaTypes.ToText(value)}\" which is not a valid {(whole ? "integer" : "float")}: {path.Text}");
        return null;
    }

    /// <summary>Seconds of a timeout, from 1 to <see cref="Limits.Timeout"/>; 0 where none is given. Null where a path leads to something else.</summary>
    public static long? Duration(this Evaluation evaluation, NumberField field, JsonValue input)
    {
        if (!field.IsGiven)
        {
            return 0;
        }

        if (evaluation.Number(field, input) is not { } seconds)
        {
            return null;
        }

        if (seconds is >= 1 and <= Limits.Timeout)
        {
            return (long)seconds;
        }

        evaluation.Fail(StateError.Runtime, $"The {field.Name}Path field refers to value {seconds}, which is not between 1 and {Limits.Timeout}: {field.Path?.Text}");
        return null;
    }

    /// <summary>A number, also one in a string: the console's forms write them so.</summary>
    private static JsonNumber? AsNumber(JsonValue value) => value switch
    {
        JsonNumber number => number,
        JsonString text when JsonValue.TryParse(text.Value, out var parsed) => parsed as JsonNumber,
        _ => null,
    };
}
