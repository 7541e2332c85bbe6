using Headroom.States.Definition;
using Headroom.States.Intrinsics;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Reading;

internal sealed partial class FieldReader
{
    private const string Evaluated = ".$";

    /// <summary>A path to something in the input, the context object or a variable.</summary>
    public Reference? Path(string name) => Text(name) is { } text ? Parsed(name, () => Noting(ReferenceParser.Parse(text))) : null;

    /// <summary>InputPath and OutputPath.</summary>
    public PathField PathOrNull(string name) =>
        Any(name) is JsonNull ? new(null, IsNull: true) : new(Path(name), IsNull: false);

    /// <summary>ResultPath: a place in the input.</summary>
    public ResultPath ResultPath(string name = "ResultPath")
    {
        if (Any(name) is JsonNull)
        {
            return new(null, IsNull: true);
        }

        if (Text(name) is not { } text)
        {
            return default;
        }

        var path = Parsed(name, () => PathParser.Parse(text));
        if (path is { IsReference: false })
        {
            Wrong(name, "Value is not a Reference Path");
        }

        return new(path, IsNull: false);
    }

    /// <summary>A payload template.</summary>
    public Template? Template(string name) => Any(name) is { } value ? Parsed(name, () => Noting(TemplateParser.Parse(value))) : null;

    /// <summary>Error and Cause: a text, or beside it the path or function that gives it (ErrorPath).</summary>
    public Template? TextOrPath(string name)
    {
        var pathName = name + "Path";
        AtMostOne(name, pathName);
        return Text(name) is { } constant ? new Template.Constant(JsonValue.From(constant))
            : Text(pathName) is not { } text ? null
            : Parsed(pathName, () => Noting(text.StartsWith('$')
                ? new Template.AtPath(pathName, ReferenceParser.Parse(text))
                : (Template)new Template.Call(FunctionParser.Parse(text))));
    }

    /// <summary>A number, or beside it the path that gives it (TimeoutSeconds, TimeoutSecondsPath).</summary>
    public NumberField NumberOrPath(string name, double least, double most, bool whole = true)
    {
        var pathName = name + "Path";
        AtMostOne(name, pathName);
        return new(name, whole ? Integer(name, (long)least, (long)most) : Number(name, least, most), Path(pathName));
    }

    /// <summary>The variables to assign; their names must be names.</summary>
    public Template? Assign()
    {
        foreach (var (name, _) in Object("Assign") ?? JsonObject.Empty)
        {
            var variable = name.EndsWith(Evaluated, StringComparison.Ordinal) ? name[..^Evaluated.Length] : name;
            if (!ReferenceParser.IsVariableName(variable) || variable == "states")
            {
                Wrong("Assign", $"'{variable}' is not a valid variable name");
            }
        }

        return Template("Assign");
    }

    private Template Noting(Template template)
    {
        foreach (var reference in template.References)
        {
            Noting(reference);
        }

        return template;
    }

    private Reference Noting(Reference reference)
    {
        if (reference is Reference.ToVariable variable)
        {
            Variables.Add(variable.Name);
        }

        return reference;
    }

    private T? Parsed<T>(string name, Func<T> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (PathSyntaxException e)
        {
            Wrong(name, e.Message);
            return null;
        }
    }
}
