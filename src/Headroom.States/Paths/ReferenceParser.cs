namespace Headroom.States.Paths;

/// <summary>Text to <see cref="Reference"/>.</summary>
internal static class ReferenceParser
{
    /// <summary>A whole text that is a reference.</summary>
    public static Reference Parse(string text)
    {
        var cursor = new TextCursor(text);
        var reference = ParseRest(cursor);
        cursor.SkipWhitespace();
        return cursor.AtEnd ? reference : throw cursor.Unexpected();
    }

    /// <summary>The reference that starts here.</summary>
    public static Reference ParseRest(TextCursor cursor)
    {
        var start = cursor.Position;
        cursor.Expect('$');
        if (cursor.TryTake('$'))
        {
            var inContext = PathParser.ParseRest(cursor);
            return new Reference.ToContext(cursor.Text[start..cursor.Position], inContext);
        }

        var name = IsNameStart(cursor.Current) ? cursor.TakeWhile(IsNamePart) : "";
        var path = PathParser.ParseRest(cursor);
        var text = cursor.Text[start..cursor.Position];
        return name.Length == 0 ? new Reference.ToInput(text, path) : new Reference.ToVariable(text, path, name);
    }

    /// <summary>A variable's name: as an identifier of Unicode, up to 80 characters.</summary>
    public static bool IsVariableName(string name) => name.Length is > 0 and <= 80 && IsNameStart(name[0]) && name.All(IsNamePart);

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
