using Headroom.States.Definition;

namespace Headroom.States.Reading;

/// <summary>Reads the ItemReader of a distributed Map.</summary>
internal static class ItemReaderReader
{
    public static ItemReader? Read(FieldReader fields, ReadingContext context)
    {
        if (fields.Object("ItemReader") is not { } members)
        {
            return null;
        }

        var reader = fields.Inside(members, "ItemReader");
        var resource = reader.Requires("Resource") ? TaskStateReader.ReadResource(reader, context) : null;
        var parameters = reader.Template("Parameters");
        var config = ReadConfig(reader);
        reader.RefuseOthers();
        return resource is null ? null : new ItemReader(resource, parameters, config);
    }

    private static ReaderConfig ReadConfig(FieldReader reader)
    {
        if (reader.Object("ReaderConfig") is not { } members)
        {
            return new ReaderConfig(null, false, [], ',', default);
        }

        var config = reader.Inside(members, "ReaderConfig");
        config.OneOf("ManifestType", "ATHENA_DATA", "S3_INVENTORY");
        config.OneOf("Transformation", "NONE", "LOAD_AND_FLATTEN");
        var read = new ReaderConfig(
            config.OneOf("InputType", "CSV", "JSON", "JSONL", "MANIFEST", "PARQUET"),
            config.OneOf("CSVHeaderLocation", "FIRST_ROW", "GIVEN") == "FIRST_ROW",
            config.Has("CSVHeaders") ? config.Texts("CSVHeaders") : [],
            Delimiter(config.OneOf("CSVDelimiter", "COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB")),
            config.NumberOrPath("MaxItems", 0, int.MaxValue));
        config.RefuseOthers();
        return read;
    }

    private static char Delimiter(string? name) => name switch
    {
        "PIPE" => '|',
        "SEMICOLON" => ';',
        "SPACE" => ' ',
        "TAB" => '\t',
        _ => ',',
    };
}
