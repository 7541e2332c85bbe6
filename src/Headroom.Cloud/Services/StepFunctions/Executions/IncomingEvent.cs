using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>Something that happened to an execution: with its start, all that is written down of it.</summary>
/// <param name="Event">Stored as JSON text (<see cref="ExecutionEventJson"/>).</param>
/// <param name="At">When.</param>
internal sealed record IncomingEvent([property: JsonConverter(typeof(IncomingEvent.EventText))] ExecutionEvent Event, DateTimeOffset At)
{
    /// <summary>Its key among the events of all executions: they sort in the order in which they happened.</summary>
    internal static string Key(string executionArn, int number) =>
        string.Concat(executionArn, "\n", number.ToString("D7", CultureInfo.InvariantCulture));

    internal static string Prefix(string executionArn) => executionArn + '\n';

    /// <summary>Only a storage that outlives the process needs the text.</summary>
    internal sealed class EventText : JsonConverter<ExecutionEvent>
    {
        public override ExecutionEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ExecutionEventJson.Read(JsonValue.Parse(reader.GetString()!));

        public override void Write(Utf8JsonWriter writer, ExecutionEvent value, JsonSerializerOptions options) =>
            writer.WriteStringValue(ExecutionEventJson.Write(value).ToString());
    }
}
