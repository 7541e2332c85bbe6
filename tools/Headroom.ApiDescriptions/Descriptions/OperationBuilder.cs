using System.Text.Json.Nodes;

namespace Headroom.Tools.ApiDescriptions.Descriptions;

/// <summary>One operation: its shapes and errors by name, and how HTTP carries it.</summary>
internal static class OperationBuilder
{
    public static JsonObject Build(JsonObject operation)
    {
        var described = new JsonObject();
        var http = operation["http"]!.AsObject();
        var route = $"{http["method"]} {http["requestUri"]}";
        if (route != "POST /")
        {
            described["http"] = route;
        }

        if (http["responseCode"] is { } status && (int)status != 200)
        {
            described["status"] = (int)status;
        }

        Name(operation, "input", described);
        Name(operation, "output", described);
        if (operation["output"]?["resultWrapper"] is { } wrapper)
        {
            described["resultWrapper"] = wrapper.DeepClone();
        }

        if (operation["errors"] is JsonArray { Count: > 0 } errors)
        {
            described["errors"] = new JsonArray([.. errors.Select(error => error!["shape"]!.DeepClone())]);
        }

        return described;
    }

    private static void Name(JsonObject operation, string side, JsonObject described)
    {
        if (operation[side]?["shape"] is { } shape)
        {
            described[side] = shape.DeepClone();
        }
    }
}
