using System.Text;

namespace Headroom.States.Execution.Maps;

/// <summary>RFC 4180: rows of fields; a field in quotes may hold separators, quotes (doubled) and line breaks.</summary>
internal static class CsvText
{
    public static List<IReadOnlyList<string>> Rows(string text, char delimiter)
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c == delimiter)
            {
                row.Add(Take(field));
            }
            else if (c == '\n')
            {
                row.Add(Take(field).TrimEnd('\r'));
                rows.Add(row);
                row = [];
            }
            else
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            row.Add(Take(field));
            rows.Add(row);
        }

        return rows;
    }

    private static string Take(StringBuilder field)
    {
        var text = field.ToString();
        field.Clear();
        return text;
    }
}
