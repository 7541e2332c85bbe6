using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headroom.Tools.ApiDescriptions.Descriptions;

/// <summary>Writes a description one operation and one shape a line, so that a change of the API reads as a change of lines.</summary>
internal static class DescriptionText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject description)
    {
        var text = new StringBuilder("{\n");
        AppendMembers(text, description, "  ", (_, value) =>
            value is JsonObject table ? Table(table) : value!.ToJsonString(Plain));
        return text.Append("}\n").ToString();
    }

    private static string Table(JsonObject table)
    {
        var text = new StringBuilder("{\n");
        AppendMembers(text, table, "    ", (_, value) => value!.ToJsonString(Plain));
        return text.Append("  }").ToString();
    }

    private static void AppendMembers(StringBuilder text, JsonObject members, string indent, Func<string, JsonNode?, string> write) =>
        text.AppendJoin(",\n", members.Select(member => $"{indent}{JsonSerializer.Serialize(member.Key)}: {write(member.Key, member.Value)}"))
            .Append('\n');
}
