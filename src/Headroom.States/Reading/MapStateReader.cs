using Headroom.States.Definition;

namespace Headroom.States.Reading;

/// <summary>Reads a Map state, with ItemProcessor or the older Iterator.</summary>
internal static class MapStateReader
{
    private const int LongestLabel = 40;

    public static MapState? Read(string name, FieldReader fields, ReadingContext context)
    {
        fields.AtMostOne("ItemProcessor", "Iterator");
        fields.AtMostOne("ItemSelector", "Parameters");
        var processorName = fields.Has("Iterator") && !fields.Has("ItemProcessor") ? "Iterator" : "ItemProcessor";
        var members = fields.Requires(processorName) ? fields.Object(processorName) : null;
        var inner = members is null ? null : new FieldReader(members, $"{fields.Location}/{processorName}", fields.Diagnostics);
        var (distributed, express) = inner is null ? default : ReadConfig(inner);
        var scope = inner is null ? null : ScopeReader.Read(inner, express ? context with { Type = StateMachineType.Express } : context);
        inner?.RefuseOthers();
        var processor = scope ?? new StateScope("", []);
        var state = new MapState
        {
            Name = name,
            Processor = processor,
            Child = new StateMachineDefinition(express ? StateMachineType.Express : StateMachineType.Standard, processor, timeoutSeconds: null)
            {
                ParameterCheck = context.ParameterCheck,
            },
            IsDistributed = distributed,
            ItemsPath = fields.Path("ItemsPath"),
            ItemSelector = fields.Template("ItemSelector") ?? fields.Template("Parameters"),
            MaxConcurrency = fields.NumberOrPath("MaxConcurrency", 0, int.MaxValue),
            ToleratedFailureCount = fields.NumberOrPath("ToleratedFailureCount", 0, int.MaxValue),
            ToleratedFailurePercentage = fields.NumberOrPath("ToleratedFailurePercentage", 0, 100, whole: false),
            ItemReader = ItemReaderReader.Read(fields, context),
            ItemBatcher = ReadBatcher(fields),
            ResultWriter = ReadWriter(fields, context),
            Label = ReadLabel(fields),
        }.WithRetry(fields);
        return scope is null ? null : state;
    }

    private static (bool Distributed, bool Express) ReadConfig(FieldReader processor)
    {
        if (processor.Object("ProcessorConfig") is not { } members)
        {
            return default;
        }

        var config = processor.Inside(members, "ProcessorConfig");
        var distributed = config.OneOf("Mode", "INLINE", "DISTRIBUTED") == "DISTRIBUTED";
        var express = config.OneOf("ExecutionType", "STANDARD", "EXPRESS") == "EXPRESS";
        if (distributed)
        {
            config.Requires("ExecutionType");
        }

        config.RefuseOthers();
        return (distributed, express);
    }

    private static ItemBatcher? ReadBatcher(FieldReader fields)
    {
        if (fields.Object("ItemBatcher") is not { } members)
        {
            return null;
        }

        var batcher = fields.Inside(members, "ItemBatcher");
        var read = new ItemBatcher(
            batcher.NumberOrPath("MaxItemsPerBatch", 1, int.MaxValue),
            batcher.NumberOrPath("MaxInputBytesPerBatch", 1, 262_144),
            batcher.Template("BatchInput"));
        batcher.RefuseOthers();
        return read;
    }

    private static ResultWriter? ReadWriter(FieldReader fields, ReadingContext context)
    {
        if (fields.Object("ResultWriter") is not { } members)
        {
            return null;
        }

        var writer = fields.Inside(members, "ResultWriter");
        writer.Object("WriterConfig");
        var resource = writer.Has("Resource") ? TaskStateReader.ReadResource(writer, context) : null;
        var parameters = writer.Template("Parameters");
        writer.RefuseOthers();
        return resource is null ? null : new ResultWriter(resource, parameters);
    }

    private static string? ReadLabel(FieldReader fields)
    {
        var label = fields.Text("Label");
        if (label is { Length: > LongestLabel })
        {
            fields.Wrong("Label", $"A label must not have more than {LongestLabel} characters");
        }

        return label;
    }
}
