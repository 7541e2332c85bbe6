using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Execution.Maps;

/// <summary>What was read for a distributed Map to items.</summary>
internal static class ItemReading
{
    /// <summary>The most items of one map run.</summary>
    private const double MostItems = 100_000_000;

    /// <summary>The items, or null where there are none in it, which the evaluation then tells.</summary>
    public static JsonArray? Read(Evaluation evaluation, MapState state, JsonValue input, string text)
    {
        var config = state.ItemReader!.Config;
        if (evaluation.Number(config.MaxItems, input) is not { } maxItems)
        {
            return null;
        }

        if (maxItems < 0)
        {
            return Wrong(evaluation, "field MaxItems must be positive");
        }

        var items = config.InputType switch
        {
            "CSV" => ReadCsv(evaluation, config, text),
            "JSONL" => ReadLines(evaluation, text),
            _ => ReadJson(evaluation, text),
        };
        var most = maxItems == 0 ? MostItems : Math.Min(maxItems, MostItems);
        return items is null || items.Count <= most ? items : new JsonArray(items.Take((int)most));
    }

    private static JsonArray? ReadCsv(Evaluation evaluation, ReaderConfig config, string text)
    {
        var rows = CsvText.Rows(text, config.Delimiter);
        var headers = config.HeadersInFirstRow ? rows.FirstOrDefault() ?? [] : [.. config.Headers];
        return headers.Distinct().Count() != headers.Count
            ? Wrong(evaluation, "CSV headers cannot contain duplicates.")
            : new JsonArray(rows.Skip(config.HeadersInFirstRow ? 1 : 0).Select(row => ToObject(headers, row)));
    }

    /// <summary>A field that a short row lacks is empty, a field that has no header is left out.</summary>
    private static JsonObject ToObject(IReadOnlyList<string> headers, IReadOnlyList<string> row) =>
        new(headers.Select((header, i) => KeyValuePair.Create(header, JsonValue.From(i < row.Count ? row[i] : ""))));

    private static JsonArray? ReadLines(Evaluation evaluation, string text)
    {
        var items = new List<JsonValue>();
        foreach (var line in text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            if (!JsonValue.TryParse(line, out var item))
            {
                return Wrong(evaluation, "A line of the file is not valid JSON.");
            }

            items.Add(item);
        }

        return new JsonArray(items);
    }

    /// <summary>The whole file is the items: AWS does not apply ItemsPath to what a reader reads.</summary>
    private static JsonArray? ReadJson(Evaluation evaluation, string text) =>
        !JsonValue.TryParse(text, out var content) ? Wrong(evaluation, "The file is not valid JSON.")
        : content as JsonArray ?? Wrong(evaluation, "Attempting to map over non-iterable node.");

    private static JsonArray? Wrong(Evaluation evaluation, string cause)
    {
        evaluation.Fail(StateError.ItemReaderFailed, cause);
        return null;
    }
}
