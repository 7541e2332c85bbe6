using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Reading;

/// <summary>Reads one state: what all states have, and by its type the rest.</summary>
internal static class StateReader
{
    private static readonly string[] Types = ["Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map"];

    /// <summary>The state, or null where it is so wrong that there is none.</summary>
    public static StateDefinition? Read(string name, FieldReader fields, ReadingContext context)
    {
        if (!fields.Requires("Type") || fields.OneOf("Type", Types) is not { } type)
        {
            return null;
        }

        QueryLanguages.Check(fields);
        StateDefinition? state = type switch
        {
            "Task" => TaskStateReader.Read(name, fields, context),
            "Wait" => WaitStateReader.Read(name, fields),
            "Pass" => ReadPass(name, fields),
            "Succeed" => new SucceedState { Name = name },
            "Fail" => new FailState { Name = name, Error = fields.TextOrPath("Error"), Cause = fields.TextOrPath("Cause") },
            "Choice" => ChoiceStateReader.Read(name, fields),
            "Parallel" => ParallelStateReader.Read(name, fields, context),
            _ => MapStateReader.Read(name, fields, context),
        };
        state = Common(state, type, fields);
        fields.RefuseOthers();
        context.Note(name, fields.Variables);
        return state;
    }

    private static PassState ReadPass(string name, FieldReader fields) => new()
    {
        Name = name,
        Result = fields.Any("Result"),
        Parameters = fields.Template("Parameters"),
        ResultPath = fields.ResultPath(),
    };

    private static StateDefinition? Common(StateDefinition? state, string type, FieldReader fields)
    {
        if (type == "Fail")
        {
            return state;
        }

        var (input, output) = (fields.PathOrNull("InputPath"), fields.PathOrNull("OutputPath"));
        var assign = type == "Succeed" ? null : fields.Assign();
        var next = type is "Succeed" or "Choice" ? state?.Next : ReadNext(fields);
        return state is null ? null : state with { InputPath = input, OutputPath = output, Assign = assign, Next = next };
    }

    private static string? ReadNext(FieldReader fields)
    {
        var (ends, next) = (fields.Flag("End"), fields.Text("Next"));
        if (ends && next is not null)
        {
            fields.Wrong("Next", "Only one of these fields can be used: [Next, End]");
        }

        if (fields.Any("End") is null or JsonBoolean { Value: false } && !fields.Has("Next"))
        {
            fields.Requires("Next");
        }

        return next;
    }
}
