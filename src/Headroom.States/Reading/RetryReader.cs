using System.Collections.Immutable;
using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Reading;

/// <summary>Reads what Task, Parallel and Map have in common: ResultSelector, ResultPath, Retry and Catch.</summary>
internal static class RetryReader
{
    private const int MostAttempts = 99_999_999;
    private const long LongestInterval = 99_999_999;
    private const long LongestDelay = 31_622_400;

    public static T WithRetry<T>(this T state, FieldReader fields)
        where T : RetryableState => state with
        {
            ResultSelector = fields.Template("ResultSelector"),
            ResultPath = fields.ResultPath(),
            Retry = ReadEach(fields, "Retry", ReadRetrier),
            Catch = ReadEach(fields, "Catch", ReadCatcher),
        };

    private static ImmutableArray<T> ReadEach<T>(FieldReader fields, string name, Func<FieldReader, T?> read)
        where T : class
    {
        var all = ImmutableArray.CreateBuilder<T>();
        var array = fields.Array(name) ?? JsonArray.Empty;
        for (var i = 0; i < array.Count; i++)
        {
            if (array[i] is not JsonObject item)
            {
                fields.Wrong($"{name}[{i}]", FieldReader.ExpectedType("Object"));
                continue;
            }

            var inner = fields.Inside(item, $"{name}[{i}]");
            var one = read(inner);
            CheckAll(inner, isLast: i == array.Count - 1);
            inner.RefuseOthers();
            if (one is not null)
            {
                all.Add(one);
            }
        }

        return all.ToImmutable();
    }

    /// <summary>States.ALL stands alone, and in the last item.</summary>
    private static void CheckAll(FieldReader fields, bool isLast)
    {
        if (fields.Any("ErrorEquals") is JsonArray names && names.Contains(JsonValue.From(StateError.All)) && (names.Count > 1 || !isLast))
        {
            fields.Wrong("ErrorEquals", names.Count > 1
                ? "The error name 'States.ALL' must appear alone"
                : "'States.ALL' must be the only error name and appear in the last item");
        }
    }

    private static Retrier? ReadRetrier(FieldReader fields)
    {
        var (errors, interval) = (fields.Requires("ErrorEquals") ? fields.Texts("ErrorEquals") : [], fields.Integer("IntervalSeconds", 1, LongestInterval));
        var (attempts, backoff) = (fields.Integer("MaxAttempts", 0, MostAttempts), fields.Number("BackoffRate", 1, double.MaxValue));
        var (delay, jitter) = (fields.Integer("MaxDelaySeconds", 1, LongestDelay), fields.OneOf("JitterStrategy", "FULL", "NONE"));
        return new Retrier(errors, interval ?? 1, (int)(attempts ?? 3), backoff ?? 2.0, delay, jitter == "FULL");
    }

    private static Catcher? ReadCatcher(FieldReader fields)
    {
        var complete = fields.Requires("ErrorEquals", "Next");
        var (errors, next) = (fields.Texts("ErrorEquals"), fields.Text("Next"));
        var (result, assign) = (fields.ResultPath(), fields.Assign());
        return complete && next is not null ? new Catcher(errors, next, result, assign) : null;
    }
}
